import { sql } from '../../../reads/sql.js';

/** Work items `w`, with what they are named after. */
export const NAMED_WORK = sql`work_items w left join oudernetwerken n on n.id = w.oudernetwerk_id
  left join advisory_bodies b on b.id = w.body_id left join advisory_seats s on s.id = w.subject_id
  left join ervaringsdeskundigen e on e.id = w.ervaringsdeskundige_id
  left join region_agreements a on a.id = w.agreement_id left join advisory_bodies works on works.id = a.body_id
  left join oudernetwerken shared on shared.id = a.oudernetwerk_id
  left join regions there on there.id = a.region_id
  left join person_tasks t on t.id = w.person_task_id left join person_details d on d.person_id = t.person_id
  left join region_changes rc on rc.id = w.region_change_id left join regions other on other.id = rc.other_region_id`;

/** The network, the body and the seat or the region, the ervaringsdeskundige by pseudonym, or whom a task is about. */
export const WORK_NAME = sql`coalesce(n.name, b.name || ', ' || s.title, e.pseudonym, coalesce(works.name, shared.name) || ', ' || there.name, d.display_name, other.name, 'Ouder')`;
