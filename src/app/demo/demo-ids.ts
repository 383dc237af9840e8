import { referenceId } from '../reference-data/reference-ids.js';

type Kind =
  | 'organisation'
  | 'person'
  | 'tie'
  | 'network'
  | 'trekkerschap'
  | 'absence'
  | 'membership'
  | 'support'
  | 'activity'
  | 'plan'
  | 'candidate'
  | 'handover'
  | 'account'
  | 'role'
  | 'profile'
  | 'training'
  | 'incompatibility'
  | 'consent'
  | 'body'
  | 'seat'
  | 'requirement'
  | 'appointment'
  | 'invitation'
  | 'access'
  | 'agreement';

/** The id of a demo record: the same in every installation, so that the examples in the documentation keep working. */
export function demoId(kind: Kind, ...key: readonly (string | number)[]): string {
  return referenceId(`demo-${kind}`, key.join('/'));
}
