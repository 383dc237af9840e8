import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';

/** A list that came in, with rows of every kind about these people; and one that was recorded and partly taken back. */
export async function addLists(
  owner: Client,
  { here, network }: { readonly here: string; readonly network: string },
  people: readonly string[],
): Promise<void> {
  const list = async (state: string) => {
    const id = uuid();
    await owner.query(
      `insert into imports (id, region_id, account_id, kind, state, oudernetwerk_id, school_year, columns, mapping, asked_on,
         expires_on)
       select $1, $2, id, 'MEMBERS', $3, $4, '2026-2027', '{Naam,Mail,Kleur}', '{NAME,EMAIL,""}', '2026-11-20', '2026-12-20'
       from accounts order by id limit 1`,
      [id, here, state, network],
    );
    return id;
  };
  const ready = await list('READY');
  const row = (number: number, outcome: string, more: object = {}) =>
    owner.query(
      `insert into import_rows (id, import_id, region_id, number, cells, outcome, name, person_id, candidates, changes,
         problems, decision)
       select $1, $2, $3, $4, '{Jan Bos,"",""}', $5, 'Jan Bos', person_id, coalesce(candidates, '[]'),
         coalesce(changes, '[]'), coalesce(problems, '[]'), decision
       from jsonb_to_record($6) as m (person_id uuid, candidates jsonb, changes jsonb, problems jsonb, decision text)`,
      [uuid(), ready, here, number, outcome, JSON.stringify(more)],
    );
  const [first, second] = people as [string, string];
  await row(2, 'NEW');
  await row(3, 'SAME', { person_id: first });
  await row(4, 'CHANGES', { person_id: second, changes: [{ field: 'EMAIL', from: null, to: 'a@b.nl' }] });
  await row(5, 'DOUBTFUL', {
    decision: 'NEW',
    candidates: [
      { personId: first, reasons: ['SIMILAR_NAME'] },
      { personId: second, reasons: ['SAME_EMAIL', 'SAME_NAME'] },
    ],
  });
  await row(6, 'BAD', { problems: [{ code: 'REQUIRED', column: 0, params: {} }], decision: 'LEAVE_OUT' });
  await row(7, 'BAD', { problems: [{ code: 'REQUIRED', column: null, params: {} }] });
  await owner.query(
    `insert into people_told_apart (one_id, other_id, region_id, account_id, said_at)
     select least($1::uuid, $2), greatest($1::uuid, $2), $3, id, '2026-11-20T10:00:00Z' from accounts order by id limit 1`,
    [first, second, here],
  );
  await owner.query(
    `insert into person_merges (id, survivor_id, other_id, region_id, account_id, reason, choices, recorded_at, undone_at,
       undone_because, new_since)
     select $4, $1, $2, $3, id, 'Zelfde ouder', '{}', '2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z', 'Toch twee', '[]'
     from accounts order by id limit 1`,
    [first, second, here, uuid()],
  );
  const applied = await list('APPLIED');
  await owner.query(
    `insert into import_parts (id, import_id, region_id, number, kind, subject_id, person_id, kept)
     values ($1, $2, $3, 2, 'CREATED', $4, $4, 'USED')`,
    [uuid(), applied, here, first],
  );
}
