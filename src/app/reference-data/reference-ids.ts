import { v5 } from 'uuid';

const NAMESPACE = '1c2aa808-9bce-42ff-a8f9-1d17eb8bf0d0';

/** The id of a record that every installation has: the same everywhere, from its kind and code. Never change how. */
export function referenceId(kind: string, code: string): string {
  return v5(`${kind}:${code}`, NAMESPACE);
}
