import type { Tx } from '../../db/transaction.js';
import { NO_SCOPES, type Viewer } from '../../kernel/viewer.js';

/** The parent to whom we mailed a link: with the rights that it is about, and no others of theirs. */
export function holderOfLink({ viewer, today }: Tx, personId: string, led: readonly string[] = []): Viewer {
  const parent = { kind: 'PARENT', regionId: null, organisationId: null } as const;
  return Object.freeze({
    ...NO_SCOPES,
    // that of the service: policies ask for one
    accountId: viewer.accountId,
    personId,
    locale: viewer.locale,
    roles: [parent],
    led,
    today,
  });
}
