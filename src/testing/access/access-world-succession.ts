import type { ObjectName } from './access-objects.js';

type Row = Readonly<Record<string, unknown>>;

/** Uuids of a network and of the people in the search. */
interface Searched {
  readonly where: '' | ' elsewhere';
  readonly network: string;
  /** null: for a network without a trekker */
  readonly trekkerschap: string | null;
  readonly candidate: string;
  /** is responsible for the handover */
  readonly owner: string;
}

export const CONTACTS = { key: 'CONTACTS', label_nl: 'Contacten', label_en: 'Contacts', mandatory: true };

/** A search for a successor in which somebody withdrew, and agreed when asked again, with a handover item. */
export async function putSuccession(
  put: (name: ObjectName, type: string, table: string, network: string, row: Row) => Promise<string>,
  { where, network, trekkerschap, candidate, owner }: Searched,
): Promise<void> {
  const plan_id = await put(`succession plan${where}`, 'SuccessionPlan', 'succession_plans', network, {
    trekkerschap_id: trekkerschap,
    status: 'CANDIDATE_AGREED',
    opened_on: '2026-10-01',
    opened_because: 'BY_HAND',
    target_on: '2027-07-31',
  });
  const asked = { plan_id, person_id: candidate, rank: 1, readiness: 'NOW' };
  await put(`candidate${where}`, 'SuccessorCandidate', 'successor_candidates', network, {
    ...asked,
    stage: 'AGREED',
    next_step_on: '2026-12-01',
    motivation: 'Belde zelf',
  });
  await put(`candidate who withdrew${where}`, 'SuccessorCandidate', 'successor_candidates', network, {
    ...asked,
    stage: 'WITHDRAWN',
    ended_on: '2026-10-15',
    decline_reason: 'Te druk',
  });
  await put(`handover item${where}`, 'HandoverItem', 'handover_items', network, {
    plan_id,
    position: 0,
    ...CONTACTS,
    owner_person_id: owner,
    due_on: '2027-06-01',
    done_on: '2026-11-01',
  });
}
