import { v5 } from 'uuid';

const NAMESPACE = '1c2aa808-9bce-42ff-a8f9-1d17eb8bf0d0';

/**
 * The id of a record that every installation has: derived from its kind and code, so the same everywhere. Never
 * change the derivation.
 */
export function referenceId(kind: string, code: string): string {
  return v5(`${kind}:${code}`, NAMESPACE);
}
