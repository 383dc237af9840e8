import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../../db/json-shape.js';
import type { Tx } from '../../../../db/transaction.js';
import type { RowCandidate } from '../import.entity.js';

const KNOWN = new JsonShape(
  'people of an import',
  v.array(
    v.object({
      id: v.string(),
      version: v.number(),
      name: v.string(),
      email: v.nullable(v.string()),
      pendingEmail: v.nullable(v.string()),
      phone: v.nullable(v.string()),
      municipalityId: v.nullable(v.string()),
      municipality: v.nullable(v.string()),
      perspectives: v.array(v.string()),
      language: v.string(),
      note: v.nullable(v.string()),
      isDead: v.boolean(),
      ties: v.array(
        v.object({
          stage: v.string(),
          yearLevel: v.nullable(v.number()),
          from: v.number(),
          exit: v.nullable(v.string()),
        }),
      ),
      memberOf: v.array(v.string()),
    }),
  ),
);

/** What is on record of somebody, as the viewer sees it. */
export type KnownPerson = Checked<typeof KNOWN>[number];

/** An address that waits for its reader. */
const PENDING = `(select w.new_address from mail_address_changes w
  where w.person_id = p.id and w.outcome is null and w.expires_on >= $2)`;

export async function knownPeople(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  if (ids.length === 0) return new Map();
  const [row] = await tx.query<{ people: unknown }>(
    `select coalesce(jsonb_agg(jsonb_build_object(
       'id', p.id, 'version', p.version, 'name', d.display_name,
       'email', c.email, 'phone', c.phone,
       'pendingEmail', ${PENDING},
       'municipalityId', p.municipality_id, 'municipality', m.name, 'perspectives', p.perspectives,
       'language', p.language, 'note', n.note, 'isDead', p.deceased_on is not null,
       'ties', coalesce((select jsonb_agg(jsonb_build_object('stage', s.stage, 'yearLevel', s.year_level,
           'from', s.school_year_start, 'exit', s.stated_exit)) from school_ties s where s.person_id = p.id), '[]'),
       'memberOf', coalesce((select jsonb_agg(r.oudernetwerk_id) from memberships r
         where r.person_id = p.id and (upper_inf(r.period) or upper(r.period) > $2)), '[]'))), '[]') as people
     from people p
     join person_details d on d.person_id = p.id
     left join person_contacts c on c.person_id = p.id
     left join municipalities m on m.id = p.municipality_id
     left join person_notes n on n.person_id = p.id and n.region_id = p.region_id
     where p.id = any ($1)`,
    [ids, tx.today.toString()],
  );
  return new Map(KNOWN.check(row!.people).map((person) => [person.id, person]));
}

/** From here on a name is alike, as it is for `Person.possibleDuplicates`. */
const ALIKE = 0.7;

/**
 * Who may be the same as people who were just recorded, by what they are called and reached by: of this region and those
 * below it, and seen by the viewer.
 */
export async function candidatesFor(
  tx: Tx,
  regionId: string,
  made: readonly string[],
): Promise<ReadonlyMap<string, readonly RowCandidate[]>> {
  const rows = await tx.query<{ made: string; personId: string; reasons: RowCandidate['reasons'] }>(
    // those of the same list are left out before anything is looked up of them
    `with alike as materialized (
       select made.id as made, found.person_id as id, null as reason
       from unnest($1::uuid[]) made (id) cross join lateral namesakes(made.id, $3) found
       where found.person_id <> all ($1)
       union all
       select mine.person_id, c.person_id, 'SAME_EMAIL' from person_contacts mine
       join person_contacts c on c.email_norm = mine.email_norm
       where mine.person_id = any ($1) and c.person_id <> all ($1)
       union all
       select mine.person_id, c.person_id, 'SAME_PHONE' from person_contacts mine
       join person_contacts c on c.phone = mine.phone
       where mine.person_id = any ($1) and c.person_id <> all ($1))
     select alike.made, alike.id as "personId",
       array_agg(distinct coalesce(alike.reason, case when other.search_name = mine.search_name
         then 'SAME_NAME' else 'SIMILAR_NAME' end)) as reasons
     from alike
     join people p on p.id = alike.id and p.region_ids && array(select regions_below($2))
     join person_details mine on mine.person_id = alike.made
     join person_details other on other.person_id = alike.id
     group by alike.made, alike.id`,
    [made, regionId, ALIKE],
  );
  const found = new Map<string, RowCandidate[]>();
  for (const { made: of, personId, reasons } of rows) {
    found.set(of, [...(found.get(of) ?? []), { personId, reasons }]);
  }
  return found;
}
