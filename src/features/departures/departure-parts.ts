import { Field, ObjectType } from 'type-graphql';
import * as v from 'valibot';
import { JsonShape } from '../../db/json-shape.js';
import { NodeRef } from '../../reads/computed.js';
import { join, literal, raw, type Sql, sql } from '../../reads/sql.js';
import { SeatAppointment } from '../advisory/appointments/seat-appointment.type.js';
import { SeatInvitation } from '../advisory/invitations/seat-invitation.type.js';
import { Membership } from '../oudernetwerken/records/network-records.type.js';
import { Oudernetwerk } from '../oudernetwerken/oudernetwerk.type.js';
import { Trekkerschap } from '../oudernetwerken/trekkerschap/trekkerschap.type.js';
import { SuccessorCandidate } from '../succession/candidates/successor-candidate.type.js';
import { HandoverItem } from '../succession/handover/handover.type.js';

@ObjectType({
  description: 'What somebody does, of all that ends when they depart; limited to what is visible to you.',
})
export class DepartureParts {
  @Field(() => [Trekkerschap], { description: 'What they lead.' })
  trekkerschappen: Trekkerschap[];

  @Field(() => [Membership], { description: 'The networks that they are a member of.' })
  memberships: Membership[];

  @Field(() => [SeatAppointment], { description: 'The seats that they hold or are to hold.' })
  seatAppointments: SeatAppointment[];

  @Field(() => [SuccessorCandidate], { description: 'The conversations about whether they would lead.' })
  candidates: SuccessorCandidate[];

  @Field(() => [SeatInvitation], {
    description:
      'Invitations that wait for their answer, or for an appointment after their yes. For whoever keeps their record.',
  })
  invitations: SeatInvitation[];

  @Field(() => [HandoverItem], { description: 'What they are still to hand over.' })
  handoverItems: HandoverItem[];

  @Field(() => [Oudernetwerk], { description: 'The networks that name them as their contact.' })
  contactOf: Oudernetwerk[];
}

/** The type and the table of each part. */
const PARTS = {
  trekkerschappen: ['Trekkerschap', 'trekkerschappen'],
  memberships: ['Membership', 'memberships'],
  seatAppointments: ['SeatAppointment', 'seat_appointments'],
  candidates: ['SuccessorCandidate', 'successor_candidates'],
  invitations: ['SeatInvitation', 'seat_invitations'],
  handoverItems: ['HandoverItem', 'handover_items'],
  contactOf: ['Oudernetwerk', 'oudernetwerken'],
} as const;
type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

const ids = v.array(v.string());
/** Their ids, as `partsJson` gives them. */
export const PART_IDS = new JsonShape(
  'departure parts',
  v.object({
    trekkerschappen: ids,
    memberships: ids,
    seatAppointments: ids,
    candidates: ids,
    invitations: ids,
    handoverItems: ids,
    contactOf: ids,
  }),
);

/** JSON of ids by part, of rows `r` of its table that meet the condition, among those that the viewer sees. */
export function partsJson(condition: (part: Part, table: string) => Sql): Sql {
  const parts = NAMES.map((part) => {
    const [, table] = PARTS[part];
    return sql`${literal(part)}, (select coalesce(json_agg(r.id order by r.id), '[]') from ${raw(table)} r
      where ${condition(part, table)})`;
  });
  return sql`json_build_object(${join(parts, ', ')})`;
}

export function partRefs(found: Readonly<Record<Part, readonly string[]>>): Record<Part, NodeRef[]> {
  return Object.fromEntries(
    NAMES.map((part) => [part, found[part].map((id) => new NodeRef(PARTS[part][0], id))]),
  ) as Record<Part, NodeRef[]>;
}
