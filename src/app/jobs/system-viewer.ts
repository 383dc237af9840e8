import type { PlainDate } from '../../kernel/clock.js';
import { NO_SCOPES, type Viewer } from '../../kernel/viewer.js';

/** The account that migrations make for the service itself; no token can be of its issuer. */
const SYSTEM_ACCOUNT = '00000000-0000-7000-8000-000000000001';

/** In whose name the service works when nobody asked it to. It has no role: all it may, it does as the system. */
export function systemViewer(today: PlainDate): Viewer {
  return Object.freeze({
    accountId: SYSTEM_ACCOUNT,
    locale: 'nl',
    roles: [],
    personId: null,
    ...NO_SCOPES,
    today,
  });
}
