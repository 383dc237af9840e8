import type { Tx } from '../db/transaction.js';
import type { ApiRequest } from '../graphql/request.js';
import type { Viewer } from '../kernel/viewer.js';

/**
 * What a use-case answers with, by the payload's field: the id (uuid) of what it made or changed, or where the field is
 * no object the value itself; null = there is none.
 */
export type UseCaseResult = Readonly<Record<string, string | null>>;

/** A write: one plain function in one transaction, and who may try it at all. */
export interface UseCase<Input, Result extends UseCaseResult = UseCaseResult> {
  /**
   * The first ring, before anything is looked at: other viewers get FORBIDDEN whatever they name, so that the answer
   * tells nothing of what exists. The function itself asks again about the object it finds.
   */
  readonly policy: (viewer: Viewer) => boolean;
  readonly run: (tx: Tx, input: Input, at: Pick<ApiRequest, 'serviceUrl'>) => Promise<Result>;
}
