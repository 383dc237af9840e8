import { Arg, Extensions, ID, Query, Resolver } from 'type-graphql';
import * as v from 'valibot';
import { type Checked, JsonShape, periodPairs } from '../../../db/json-shape.js';
import { DateScalar } from '../../../graphql/scalars.js';
import { isBefore, latest, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { hasRole, type Viewer } from '../../../kernel/viewer.js';
import { type Computing, NodeRef } from '../../../reads/computed.js';
import type { Argument } from '../../../reads/argument.js';
import { computed, readByEngine, Reads } from '../../../reads/mapping.js';
import { Parameter, raw, type Sql, sql, viewerDay } from '../../../reads/sql.js';
import { isSelf, worksWith } from '../../access/policies.js';
import { MOST_YEARS_AGO } from '../../departures/depart-person.js';
import { PART_IDS, partRefs } from '../../departures/departure-parts.js';
import { standingFor } from '../../people/standing-for.js';
import { DepartureKind } from '../../departures/departure.type.js';
import { shownAction, shownFinding } from '../assessment/continuity.fields.js';
import { departureFrom, rankOf, SURROUNDINGS } from './departure-impact.js';
import { DepartureImpact } from './departure-impact.type.js';
import { endedAfter } from './departure-parts.js';
import { departingSeat, seatRepairs, seatsLeftBy } from './departure-seats.js';
import type { Evidence } from '../../worklist/findings.js';
import { NETWORK_FACTS, type NetworkFacts } from '../assessment/network-facts.js';

const MOST_YEARS_AHEAD = 10;
/** A few networks, each assessed on another day, twice. */
const COST = 100;

/** Null if the viewer does not see the person. */
const MATERIAL = new JsonShape(
  'departureImpact',
  v.nullable(
    v.object({
      personId: v.string(),
      openItems: v.number(),
      ends: PART_IDS.schema,
      /** by body and title */
      seats: v.array(departingSeat),
      /** by name */
      networks: v.array(v.object({ facts: NETWORK_FACTS.schema, ...SURROUNDINGS.schema.entries })),
    }),
  ),
);
type Material = Checked<typeof MATERIAL>;

/** Ids of the networks it touches, among the rows that the viewer sees. */
const touched = (person: Sql, on: Parameter) => sql`
  select t.oudernetwerk_id from trekkerschappen t
    where t.person_id = ${person}.id and not t.period << daterange(${on}::date, null)
  union select n.id from oudernetwerken n where n.contact_person_id = ${person}.id
  union select c.oudernetwerk_id from successor_candidates c join succession_plans s on s.id = c.plan_id
    where c.person_id = ${person}.id and c.ended_on is null and s.closed_on is null`;

/** The columns of `Surroundings`. */
const surroundings = (network: Sql) => sql`
  'caretakerships', (select coalesce(json_agg(json_build_object('id', c.id, 'organisationId', c.organisation_id,
      'standby', c.standby, ${raw(periodPairs('c.period'))}) order by c.period, c.id), '[]')
    from caretakerships c where c.oudernetwerk_id = ${network}.id),
  'support', (select coalesce(json_agg(json_build_object('organisationId', s.organisation_id, ${raw(periodPairs('s.period'))}) order by s.id), '[]')
    from support_arrangements s where s.oudernetwerk_id = ${network}.id),
  'coordinatingOrganisationId', last_resort_of(${network}.region_id),
  'plansByHand', (select coalesce(json_agg(s.id), '[]') from succession_plans s
    where s.oudernetwerk_id = ${network}.id and s.closed_on is null and s.opened_because = 'BY_HAND'),
  'daysBefore', (select coalesce(json_object_agg(i.id, i.days_before), '{}') from handover_items i
    join succession_plans s on s.id = i.plan_id and s.closed_on is null
    where i.oudernetwerk_id = ${network}.id and i.days_before is not null
      and not exists (select from trekkerschappen t where t.predecessor_id = s.trekkerschap_id))`;

/** What the impact of a departure is told by: of a person (uuid) who stops after that day. */
function materialOf(personId: Sql | Parameter, lastDay: Parameter): Sql {
  const judgedOn = sql`greatest(${lastDay}::date + 1, ${viewerDay}::date)`;
  return sql`(select json_build_object('personId', p.id,
    'openItems', (select count(*) from handover_items i join succession_plans s on s.id = i.plan_id
      where i.owner_person_id = p.id and i.done_on is null and s.closed_on is null),
    'seats', ${seatsLeftBy(sql`p`, lastDay)},
    'ends', ${endedAfter(sql`p`, lastDay)},
    'networks', (select coalesce(json_agg(json_build_object('facts', f.facts, ${surroundings(sql`n`)})
        order by n.sort_name, n.id), '[]')
      from continuity_facts(array(${touched(sql`p`, lastDay)}), ${judgedOn}) f
      join oudernetwerken n on n.id = f.oudernetwerk_id where network_status(n.phase, n.ended_on, ${judgedOn}) <> 'ENDED'))
    from people p where p.id = ${personId}::uuid)`;
}

/** What happens when the person of a row stops with everything today, for a field that tells it beside other things. */
export const impactOfStopToday = computed(
  (person) => materialOf(sql`${person}.id`, viewerDay),
  MATERIAL,
  (material, _args, computing) =>
    impactOf(material, { on: computing.viewer.today, kind: 'STOPS_EVERYTHING' }, computing),
);

@Resolver()
export class DepartureImpactQuery {
  @Reads(
    computed(
      (_root, { personId, on, kind }) =>
        materialOf(standingFor(personId!), kind ? dayUntilToday(on!) : dayToCome(on!)),
      MATERIAL,
      impactOf,
    ),
  )
  @Extensions({ cost: COST })
  @Query(() => DepartureImpact, {
    description:
      'What would happen if a person gave up everything they do in networks and bodies, and the steps that ' +
      'would help. Allowed for coordinators, national admins, supporters (for the networks they support), ' +
      'secretaries (for the seats of their bodies) and the person themselves. Fails if the person does not ' +
      'exist or is not yours to ask about. With a kind it is the preview of `personDepart`: as that takes it, the day is ' +
      'today or earlier.',
  })
  departureImpact(
    @Arg('personId', () => ID, { description: 'The person who would stop.' }) _personId: string,
    @Arg('on', () => DateScalar, {
      description: `Their last day, from today to at most ${MOST_YEARS_AHEAD} years ahead; with a kind, today or at most ten years ago.`,
    })
    _on: PlainDate,
    @Arg('kind', () => DepartureKind, {
      nullable: true,
      description: 'Why everything would end; omit it for a stop that is yet to come.',
    })
    _kind?: keyof typeof DepartureKind | null,
  ): DepartureImpact {
    return readByEngine();
  }
}

/** Refuses a day that is in the past or too far ahead. */
function dayToCome(on: Argument): Parameter {
  return dayBetween(on, (today) => [today, today.add({ years: MOST_YEARS_AHEAD })]);
}

/** Refuses a day on which `personDepart` would record nothing. */
function dayUntilToday(on: Argument): Parameter {
  return dayBetween(on, (today) => [today.subtract({ years: MOST_YEARS_AGO }), today]);
}

function dayBetween(
  { parameter, path }: Argument,
  range: (today: PlainDate) => readonly [PlainDate, PlainDate],
): Parameter {
  return new Parameter((input) => {
    const asked = parameter.of(input) as PlainDate;
    const [min, max] = range(input.viewer.today);
    if (!isBefore(asked, min) && !isBefore(max, asked)) return asked;
    const allowed = { min: min.toString(), max: max.toString() };
    throw failure('DAY_OUT_OF_RANGE', path, { path: path.join('.'), ...allowed });
  });
}

type Asked = { readonly on?: PlainDate; readonly kind?: keyof typeof DepartureKind | null };

function impactOf(material: Material, args: Asked, { viewer }: Computing) {
  if (!material || !mayAskAbout(viewer, material.personId)) {
    throw failure('NOT_THERE', ['personId'], { path: 'personId' });
  }
  const { personId, openItems, seats, ends } = material;
  const on = args.on!;
  const departure = {
    personId,
    on,
    judgedOn: latest(on.add({ days: 1 }), viewer.today),
    isRecorded: Boolean(args.kind),
  };
  const networks = material.networks
    .filter(({ facts }) => isTheirs(viewer, facts) || isSelf(viewer, personId))
    .map(({ facts, ...around }) => ({ id: facts.id, ...departureFrom(facts, around, departure) }))
    .sort((a, b) => rankOf(b.after) - rankOf(a.after));
  return {
    person: new NodeRef('Person', personId),
    on,
    networks: networks.map(({ id, before, after, coveredBy, findings }) => ({
      oudernetwerk: new NodeRef('Oudernetwerk', id),
      before,
      after,
      coveredBy: coveredBy && reference(coveredBy),
      findings: findings.map((finding) => shownFinding(finding, viewer.locale)),
    })),
    seats: seats.map(({ id }) => new NodeRef('AdvisorySeat', id)),
    openItems,
    ends: partRefs(ends),
    repairs: [...networks.flatMap(({ repairs }) => repairs), ...seatRepairs(seats)].map((repair) =>
      shownAction(repair, viewer.locale),
    ),
  };
}

/** A trekker sees how the network is doing, but must not weigh what its other members mean to it. */
function mayAskAbout(viewer: Viewer, personId: string): boolean {
  return isSelf(viewer, personId) || hasRole(viewer, 'ADMIN', 'COORDINATOR', 'SUPPORTER', 'SECRETARY');
}

function isTheirs(viewer: Viewer, network: NetworkFacts): boolean {
  return hasRole(viewer, 'ADMIN') || worksWith(viewer, network);
}

function reference({ type, id }: Evidence): NodeRef {
  return new NodeRef(type, id);
}
