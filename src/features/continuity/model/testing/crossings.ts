import { nodeId } from '../../../../kernel/node-id.js';
import { attemptOf } from '../../../../testing/access/mutations/mutation-world.js';
import type { Json } from '../../../../testing/test-service.js';
import { renewAll } from '../../../../testing/stored-is-fresh.js';
import type { RegionScene } from '../../../../testing/region-scene.js';

const PEOPLE = ['Anna', 'Boris', 'Carla', 'Dora', 'Emma', 'Fien'] as const;
type Name = (typeof PEOPLE)[number];

/**
 * One world of a crossing: two networks, Noord, which Anna leads and in which Carla takes part, and Zuid, which Dora leads. Ids
 * are public.
 */
export class Life {
  private readonly networks = new Map<string, string>();

  private constructor(
    private readonly scene: RegionScene,
    private readonly people: ReadonlyMap<string, string>,
  ) {}

  /** `together`: Boris leads Noord as well. */
  static async begin(scene: RegionScene, together: boolean): Promise<Life> {
    const { make, region } = scene;
    const ids = new Map<string, string>();
    for (const given of PEOPLE) ids.set(given, await make.person(region, { given }));
    const life = new Life(scene, ids);
    for (const [name, leader] of [
      ['Noord', 'Anna'],
      ['Zuid', 'Dora'],
    ] as const) {
      life.networks.set(
        name,
        await make.network(region, { activeFrom: '2026-01-01', ledBy: ids.get(leader)!, name }),
      );
    }
    if (together) await make.trekkerschap(life.networks.get('Noord')!, ids.get('Boris')!, '[2026-01-01,)');
    await make.membership(life.networks.get('Noord')!, ids.get('Carla')!);
    await renewAll(scene.service);
    return life;
  }

  person(name: Name): string {
    return nodeId('Person', this.people.get(name)!);
  }

  network(name: 'Noord' | 'Zuid'): string {
    return nodeId('Oudernetwerk', this.networks.get(name)!);
  }

  /** The last trekkerschap of somebody, wherever it is by now. */
  async led(name: Name): Promise<string> {
    return nodeId(
      'Trekkerschap',
      await this.last('trekkerschappen', 'person_id = $1', this.people.get(name)!),
    );
  }

  leadsSince(name: Name): Promise<string | null> {
    return this.day('max(lower(period))', name);
  }

  lastDay(name: Name): Promise<string | null> {
    return this.day('max(upper(period)) - 1', name);
  }

  /** Of all that they lead, or led. */
  private async day(which: string, name: Name): Promise<string | null> {
    const { rows } = await this.scene.service.owner.query<{ day: string | null }>(
      `select (${which})::text as day from trekkerschappen where person_id = $1`,
      [this.people.get(name)],
    );
    return rows[0]!.day;
  }

  async departure(name: Name): Promise<string> {
    return nodeId('PersonDeparture', await this.last('departures', 'person_id = $1', this.people.get(name)!));
  }

  /** The codes of the refusals; none if it was done. */
  async run(mutation: string, input: object): Promise<string> {
    const { data, errors } = await this.scene.service.ask('coordinator', attemptOf(mutation), { input });
    expect([mutation, errors]).toEqual([mutation, undefined]);
    return data.done.errors.map(({ code }: Json) => code).join();
  }

  /** What is on record of all networks, by names; without stopped searches, and without days on which something was recorded. */
  async state(): Promise<string[]> {
    const ids = [...this.networks.values()];
    const { rows } = await this.scene.service.owner.query<{ said: string }>(STATE, [ids]);
    return rows.map(({ said }) => said);
  }

  private async last(table: string, condition: string, about: string): Promise<string> {
    const order = table === 'departures' ? 'id' : 'period';
    const { rows } = await this.scene.service.owner.query<{ id: string }>(
      `select id from ${table} where ${condition} order by ${order} desc limit 1`,
      [about],
    );
    return rows[0]?.id ?? '00000000-0000-7000-8000-000000000000';
  }
}

/** Of searches neither why one began that is over, nor the end that they were opened for, which says nothing where somebody chose another day. */
const STATE = `
  with here as (select unnest($1::uuid[]) as id
    union select successor_id from network_successions where predecessor_id = any ($1)),
  who as (select person_id as id, given_name as name from person_details),
  led as (select t.*, w.name || '@' || n.name as name from trekkerschappen t join who w on w.id = t.person_id
    join oudernetwerken n on n.id = t.oudernetwerk_id)
  select concat_ws(' ', n.name, 'is', n.phase, n.active_from, n.ended_on) as said from oudernetwerken n where n.id in (select id from here)
  union all
  select concat_ws(' ', l.name, 'leads', l.role, l.period, l.end_reason, 'planned ' || l.planned_end_on, 'after ' || b.name)
    from led l left join led b on b.id = l.predecessor_id where l.oudernetwerk_id in (select id from here)
  union all
  select concat_ws(' ', w.name, 'takes part in', n.name, m.period) from memberships m join who w on w.id = m.person_id
    join oudernetwerken n on n.id = m.oudernetwerk_id where n.id in (select id from here)
  union all
  select concat_ws(' ', n.name, 'is looked after', c.period) from caretakerships c join oudernetwerken n on n.id = c.oudernetwerk_id
    where n.id in (select id from here)
  union all
  select concat_ws(' ', n.name, 'is without', coalesce(t.name, 'anybody'), case when p.closed_on is null then p.opened_because end, p.status, p.target_on,
      'found ' || s.name, (select string_agg(w.name || ' ' || c.stage, ' ' order by w.name) from successor_candidates c
        join who w on w.id = c.person_id where c.plan_id = p.id))
    from succession_plans p join oudernetwerken n on n.id = p.oudernetwerk_id left join led t on t.id = p.trekkerschap_id
    left join led s on s.id = p.successor_id where n.id in (select id from here) and p.status <> 'STOPPED'
  order by 1`;

type Step = (life: Life) => Promise<string>;

const reason = 'Vergissing';

async function start(life: Life, name: Name, from: string, role = 'TREKKER'): Promise<string> {
  return life.run('trekkerschapStart', {
    oudernetwerkId: life.network('Noord'),
    personId: life.person(name),
    from,
    role,
  });
}

async function end(life: Life, name: Name, on: string): Promise<string> {
  return life.run('trekkerschapEnd', { id: await life.led(name), on, reason: 'MOVED' });
}

async function annulLast(life: Life, name: Name): Promise<string> {
  return life.run('trekkerschapAnnul', { id: await life.led(name), reason });
}

/** They never led: also not where they went along. */
const annul =
  (name: Name): Step =>
  async (life) => {
    const refused = await annulLast(life, name);
    return refused || !(await life.leadsSince(name)) ? refused : annul(name)(life);
  };

/** Unless another end was recorded since, which stands. */
const goesOn =
  (on: string): Step =>
  async (life) =>
    (await life.lastDay('Anna')) === on
      ? life.run('trekkerschapCorrect', { id: await life.led('Anna'), reason, patch: { until: null } })
      : 'RECORDED_SINCE';

async function departs(life: Life, name: Name, kind: string): Promise<string> {
  return life.run('personDepart', { id: life.person(name), kind, on: '2026-11-20' });
}

const comesBack: Step = async (life) =>
  life.run('personDepartTakeBack', { id: await life.departure('Anna') });

async function planned(life: Life, plannedEnd: object | null): Promise<string> {
  return life.run('trekkerschapPlanEnd', { id: await life.led('Anna'), plannedEnd });
}

/** What is recorded by mistake, and how that is put right. */
export const MISTAKES: Readonly<Record<string, readonly [Step, Step]>> = {
  'Anna is to stop': [(life) => end(life, 'Anna', '2027-03-31'), goesOn('2027-03-31')],
  'Anna has stopped': [(life) => end(life, 'Anna', '2026-10-31'), goesOn('2026-10-31')],
  'Anna plans to stop': [
    (life) => planned(life, { on: '2027-03-31', reason: 'MOVED' }),
    (life) => planned(life, null),
  ],
  'Anna is a co-trekker': [
    async (life) =>
      life.run('trekkerschapChangeRole', {
        id: await life.led('Anna'),
        role: 'CO_TREKKER',
        on: '2026-11-10',
      }),
    // where they went on in it elsewhere, that one is theirs by now
    async (life) => ((await life.leadsSince('Anna')) === '2026-11-10' ? annulLast(life, 'Anna') : 'GOES_ON'),
  ],
  'Anna stopped with everything': [(life) => departs(life, 'Anna', 'STOPS_EVERYTHING'), comesBack],
  'Anna died': [(life) => departs(life, 'Anna', 'DECEASED'), comesBack],
  'Emma leads as well': [(life) => start(life, 'Emma', '2026-11-01'), annul('Emma')],
  'Emma is to lead': [(life) => start(life, 'Emma', '2027-02-01'), annul('Emma')],
  'Noord is to end': [
    (life) => life.run('oudernetwerkEnd', { id: life.network('Noord'), on: '2027-06-30', reason: 'Klaar' }),
    (life) => life.run('oudernetwerkContinue', { id: life.network('Noord') }),
  ],
  'Noord has ended': [
    (life) => life.run('oudernetwerkEnd', { id: life.network('Noord'), on: '2026-11-20', reason: 'Klaar' }),
    (life) => life.run('oudernetwerkEndAnnul', { id: life.network('Noord'), reason }),
  ],
};

const split = async (life: Life, ...names: Name[]): Promise<string> => {
  const trekkerIds = await Promise.all(names.map((name) => life.led(name)));
  const on = '2026-11-15';
  return life.run('oudernetwerkSplit', { id: life.network('Noord'), new: { name: 'Deel' }, trekkerIds, on });
};

const merge = (life: Life, from: 'Noord' | 'Zuid', into: 'Noord' | 'Zuid'): Promise<string> =>
  life.run('oudernetwerkMerge', { ids: [life.network(from)], into: life.network(into), reason: 'Samen' });

/** What is recorded meanwhile, and stays. */
export const MEANWHILE: Readonly<Record<string, Step>> = {
  'Anna goes along with a part': (life) => split(life, 'Anna'),
  'Boris goes along with a part': (life) => split(life, 'Boris'),
  'both go along with a part': (life) => split(life, 'Anna', 'Boris'),
  'a part is led by nobody': (life) => split(life),
  'it goes up in another one': (life) => merge(life, 'Noord', 'Zuid'),
  'another one goes up in it': (life) => merge(life, 'Zuid', 'Noord'),
  'it never was active': (life) =>
    life.run('oudernetwerkActivationAnnul', { id: life.network('Noord'), reason }),
  'Fien leads': (life) => start(life, 'Fien', '2026-11-10'),
  'Fien is to lead': (life) => start(life, 'Fien', '2027-04-01'),
  'Fien is a co-trekker': (life) => start(life, 'Fien', '2026-10-01', 'CO_TREKKER'),
  'Anna is to stop, and Fien to lead': async (life) =>
    (await end(life, 'Anna', '2027-04-30')) || start(life, 'Fien', '2027-05-01'),
  'Boris is to stop': (life) => end(life, 'Boris', '2027-05-31'),
  'Boris stops with everything': (life) => departs(life, 'Boris', 'STOPS_EVERYTHING'),
  'a successor of Anna is sought': async (life) =>
    life.run('successionOpen', { trekkerschapId: await life.led('Anna'), targetOn: '2027-09-30' }),
};
