import type { Tx } from '../db/transaction.js';
import type { ApiRequest } from '../graphql/request.js';
import type { Viewer } from '../kernel/viewer.js';

/**
 * The result of a use-case, by the payload's field: the id (uuid) of what it created or changed, or the value itself
 * if the field is not an object; null = there is none.
 */
export type UseCaseResult = Readonly<Record<string, string | null>>;

/** A write: one plain function in one transaction, and the viewers that may attempt it. */
export interface UseCase<Input, Result extends UseCaseResult = UseCaseResult> {
  /**
   * Checked before anything is read: other viewers get FORBIDDEN whatever they name, so that the answer reveals
   * nothing about what exists. The function itself checks again for the object it finds.
   */
  readonly policy: (viewer: Viewer) => boolean;
  readonly run: (tx: Tx, input: Input, at: Pick<ApiRequest, 'serviceUrl'>) => Promise<Result>;
}
