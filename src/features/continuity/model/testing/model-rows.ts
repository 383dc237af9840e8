import type { Client } from 'pg';
import { write, writeOrNull } from './model-days.js';
import type { ModelWorld } from './model-world.js';
import { type Engagement, statusOf } from './model-parts.js';
import type { Model } from './succession-model.js';

const PERIOD = `lower(period)::text as from, (upper(period) - 1)::text as until`;
const SELECTS = {
  networks: `select id, phase, region_id as region, active_from::text as "activeFrom",
    ended_on::text as "endedOn" from oudernetwerken`,
  tenures: `select id, oudernetwerk_id as network, person_id as person, role, predecessor_id as predecessor,
    planned_end_on::text as planned, end_reason as reason, ${PERIOD} from trekkerschappen`,
  appointed: `select id, oudernetwerk_id as network, organisation_id as who, ${PERIOD} from caretakerships
    where not standby`,
  standby: `select oudernetwerk_id as network, organisation_id as who, ${PERIOD} from caretakerships where standby`,
  supports: `select id, oudernetwerk_id as network, organisation_id as who, ${PERIOD} from support_arrangements`,
  members: `select id, oudernetwerk_id as network, person_id as who, ${PERIOD} from memberships`,
  plans: `select id, oudernetwerk_id as network, trekkerschap_id as of, status, opened_because as because,
    opened_on::text as "openedOn", opened_for::text as "openedFor", target_on::text as target,
    closed_on::text as "closedOn", successor_id as successor, touched from succession_plans`,
  candidates: `select id, plan_id as plan, person_id as person, stage, ended_on::text as "endedOn"
    from successor_candidates`,
  items: `select id, plan_id as plan, mandatory, done_on::text as "doneOn" from handover_items`,
  people: `select id, region_id as home, (select array_agg(r order by r) from unnest(region_ids) r) as seen from people
    where id = any ($1)`,
  personMoves: `select id, person_id as person, to_region_id as to, moved_on::text as on, answer,
    case when crossed_at is not null then 'CROSSED' else closed_because end as over from person_moves`,
  networkMoves: `select id, oudernetwerk_id as network, region_id as to, lower(period)::text as on, answer
    from region_agreements`,
  // whoever died is asked for nothing
  askedDead: `select i.id from seat_invitations i join people p on p.id = i.person_id where p.deceased_on is not null
      and i.status = 'ASKED'
    union all select c.id from successor_candidates c join people p on p.id = c.person_id where p.deceased_on is not null
      and c.ended_on is null and c.stage <> 'APPOINTED'`,
  // uncovered days, and roles that are held twice or by two people at once: there must be none
  nobodys: `select id from oudernetwerken n where active_from is not null
    and not isempty(datemultirange(daterange(active_from, ended_on + 1))
      - coalesce((select range_agg(period) from trekkerschappen where oudernetwerk_id = n.id), '{}')
      - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = n.id), '{}'))`,
  // who stands by after their support ended: that passes on
  stayed: `select c.id from caretakerships c join support_arrangements s on s.oudernetwerk_id = c.oudernetwerk_id
      and s.organisation_id = c.organisation_id and c.period @> upper(s.period) and c.period && s.period
    where c.standby and not exists (select from support_arrangements o where o.oudernetwerk_id = s.oudernetwerk_id
      and o.organisation_id = s.organisation_id and lower(o.period) = upper(s.period))`,
  doubles: `select a.id from trekkerschappen a join trekkerschappen b on b.id <> a.id and a.period && b.period
      and (a.oudernetwerk_id, a.person_id) = (b.oudernetwerk_id, b.person_id)
    union all select a.id from caretakerships a join caretakerships b on b.id <> a.id and a.period && b.period
      and a.oudernetwerk_id = b.oudernetwerk_id
    union all select a.id from support_arrangements a join support_arrangements b on b.id <> a.id
      and a.period && b.period and (a.oudernetwerk_id, a.organisation_id) = (b.oudernetwerk_id, b.organisation_id)
    union all select a.id from memberships a join memberships b on b.id <> a.id
      and a.period && b.period and (a.oudernetwerk_id, a.person_id) = (b.oudernetwerk_id, b.person_id)
    union all select a.id from succession_plans a join succession_plans b on b.id <> a.id
      and a.trekkerschap_id = b.trekkerschap_id and a.closed_on is null and b.closed_on is null`,
};

type Row = Readonly<Record<string, unknown>>;
export type Rows = Readonly<Record<keyof typeof SELECTS, readonly Row[]>>;

const ALL = {
  name: 'model_rows',
  text: `select json_build_object(${Object.entries(SELECTS)
    .map(([name, select]) => `'${name}', coalesce((select json_agg(r) from (${select}) r), '[]')`)
    .join(', ')}) as rows`,
};

export async function readRows(owner: Client, people: readonly string[] = []): Promise<Rows> {
  const { rows } = await owner.query<{ rows: Rows }>({ ...ALL, values: [people] });
  return rows[0]!.rows;
}

/** Gives the model what it cannot know: the ids of what the service created by itself. */
export function learnIds(
  model: Model,
  { plans, items, tenures, members, personMoves }: Rows,
  { uuids }: ModelWorld,
): void {
  for (const move of model.moves.ofPeople.filter(({ id }) => id === '')) {
    const known = new Set(model.moves.ofPeople.map(({ id }) => id));
    const row = personMoves.find(
      (each) => each['person'] === uuids.people[move.who] && !known.has(each['id'] as string),
    );
    move.id = row?.['id'] as string;
  }
  for (const network of model.networks) {
    for (const member of network.members.filter(({ id }) => id === '')) {
      const [from, who] = [write(member.from), uuids.people[member.who]];
      const row = members.find(
        (each) => each['network'] === network.id && each['who'] === who && each['from'] === from,
      );
      Object.assign(member, { id: row?.['id'] });
    }
    for (const tenure of network.tenures.filter(({ id }) => id === '')) {
      const [from, person] = [write(tenure.from), uuids.people[tenure.person]];
      const row = tenures.find(
        (each) => each['network'] === network.id && each['person'] === person && each['from'] === from,
      );
      tenure.id = row?.['id'] as string;
    }
  }
  const mine = model.networks.flatMap((network) => network.plans);
  const known = new Set(mine.map(({ id }) => id));
  for (const row of plans) {
    if (known.has(row['id'] as string)) continue;
    const plan = mine.find(({ id, of }) => id === '' && of?.id === row['of']);
    if (plan) plan.id = row['id'] as string;
  }
  for (const plan of mine) {
    if (!plan.hasChecklist || plan.items.length > 0) continue;
    const ofPlan = items.filter(({ plan: id }) => id === plan.id);
    plan.items = ofPlan.map(({ id, mandatory }) => ({
      id: id as string,
      mandatory: mandatory === true,
      doneOn: null,
    }));
    expect(plan.items).not.toEqual([]);
  }
}

/** What the tables should contain. */
export function expectedRows(model: Model, { uuids }: ModelWorld): Rows {
  const of = (select: (network: Model['networks'][number]) => Row[]) =>
    model.networks.flatMap((network) => select(network).map((row) => ({ ...row, network: network.id })));
  const span = ({ from, until }: { from: number; until: number }) => ({
    from: writeOrNull(from),
    until: writeOrNull(until),
  });
  const engaged = (all: readonly Engagement[], uuidOf: readonly string[] = uuids.organisations) =>
    all.map((each) => ({ id: each.id, who: uuidOf[each.who], ...span(each) }));
  const plans = model.networks.flatMap((network) => network.plans);
  return {
    networks: model.networks.map(({ id, phase, region, activeFrom, endedOn }) => ({
      id,
      region: uuids.regions[region],
      phase,
      activeFrom: writeOrNull(activeFrom),
      endedOn: writeOrNull(endedOn),
    })),
    tenures: of(({ tenures }) =>
      tenures.map((each) => ({
        id: each.id,
        person: uuids.people[each.person],
        role: each.role,
        predecessor: each.predecessor?.id ?? null,
        planned: writeOrNull(each.planned),
        reason: each.reason,
        ...span(each),
      })),
    ),
    appointed: of(({ appointed }) => engaged(appointed)),
    standby: of(({ standingBy }) =>
      standingBy.turns.map((turn) => ({ who: uuids.organisations[turn.who], ...span(turn) })),
    ),
    supports: of(({ supports }) => engaged(supports)),
    members: of(({ members }) => engaged(members, uuids.people)),
    plans: of((network) =>
      network.plans.map((plan) => ({
        id: plan.id,
        of: plan.of?.id ?? null,
        status: statusOf(plan),
        because: plan.because,
        openedOn: writeOrNull(plan.openedOn),
        openedFor: writeOrNull(plan.openedFor),
        target: writeOrNull(plan.target),
        closedOn: writeOrNull(plan.closed?.on ?? null),
        successor: plan.successor?.id ?? null,
        touched: plan.touched,
      })),
    ),
    candidates: plans.flatMap(({ id: plan, candidates }) =>
      candidates.map(({ id, person, stage, endedOn }) => ({
        id,
        plan,
        person: uuids.people[person],
        stage,
        endedOn: writeOrNull(endedOn),
      })),
    ),
    items: plans.flatMap(({ id: plan, items }) =>
      items.map(({ doneOn, ...item }) => ({ ...item, plan, doneOn: writeOrNull(doneOn) })),
    ),
    people: uuids.people.map((id, who) => ({
      id,
      home: uuids.regions[model.moves.homeOf(who)],
      seen: model.moves
        .regionsOf(who)
        .map((region) => uuids.regions[region]!)
        .sort(),
    })),
    personMoves: model.moves.ofPeople.map(({ id, who, to, on, answer, over }) => ({
      id,
      person: uuids.people[who],
      to: uuids.regions[to],
      on: write(on),
      answer,
      over,
    })),
    networkMoves: model.moves.ofNetworks.map(({ id, network, to, on, answer }) => ({
      id,
      network: network.id,
      to: uuids.regions[to],
      on: write(on),
      answer,
    })),
    askedDead: [],
    nobodys: [],
    stayed: [],
    doubles: [],
  };
}

/** In a fixed order, each row with its columns in a fixed order. */
export function sorted(rows: Rows): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, all]) => [
      name,
      all.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort(),
    ]),
  );
}
