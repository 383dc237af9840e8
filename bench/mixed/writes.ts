import type { Client } from 'pg';
import type { Random } from '../../src/app/seed/random.js';
import { CONSENT_TEXTS } from '../../src/features/ervaringsdeskundigen/consent/consent-text.js';
import type { PlainDate } from '../../src/kernel/clock.js';
import { nodeId } from '../../src/kernel/node-id.js';
import { ensureStock, handovers } from '../handover-stock.js';
import { askService, type RightAnswer, type Variables } from '../questions.js';
import type { Caller } from './callers.js';
import type { Call } from './open-loop.js';

/** What is written about: uuids, and the region whose coordinator writes it. */
interface Subject {
  readonly id: string;
  readonly other?: string;
  readonly regionId: string;
}

interface Write extends RightAnswer {
  readonly kind: string;
  /** how many of a hundred writes */
  readonly share: number;
  readonly document: string;
  /** subjects of valid writes, each once */
  subjects(owner: Client): Promise<readonly Subject[]>;
  input(subject: Subject, day: PlainDate): Variables;
}

/** Not those of the handovers, which are in one region, and in an order that has nothing to do with regions. */
const MIXED = `where region_id <> $1 order by hashtext(id::text), other`;

const WRITES: readonly Write[] = [
  {
    kind: 'activity',
    share: 30,
    ...mutation('activityRecord', 'activity { id on title }'),
    subjects: selected(
      `select id, 1 as other, region_id from oudernetwerken where phase = 'ACTIVE' and ended_on is null`,
    ),
    input: ({ id }, day) => ({
      oudernetwerkId: nodeId('Oudernetwerk', id),
      kind: 'MEETING',
      title: 'Bijeenkomst',
      on: day.toString(),
      attendance: 12,
    }),
  },
  {
    kind: 'membership',
    share: 25,
    ...mutation('membershipStart', 'membership { id person { id displayName } }'),
    subjects: selected(`select n.id, p.id as other, n.region_id from oudernetwerken n
      cross join lateral (select id from people p where p.region_id = n.region_id and p.id > n.id
        and not exists (select from memberships m where m.oudernetwerk_id = n.id and m.person_id = p.id)
        order by id limit 2) p
      where n.phase = 'ACTIVE' and n.ended_on is null`),
    input: ({ id, other }, day) => ({
      oudernetwerkId: nodeId('Oudernetwerk', id),
      personId: nodeId('Person', other!),
      from: day.toString(),
    }),
  },
  {
    kind: 'snooze',
    share: 15,
    ...mutation('workItemSnooze', 'workItem { band snoozedUntil }'),
    // a reason that no other write of the run takes away
    subjects: selected(`select subject_id as id, 1 as other, region_id from work_items w
      where subject_type = 'Oudernetwerk' and exists (
        select from continuity_findings f where f.subject_id = w.subject_id and f.code = 'SINGLE_TREKKER')`),
    input: ({ id }, day) => ({
      subjectId: nodeId('Oudernetwerk', id),
      until: day.add({ days: 14 }).toString(),
      reason: 'Er is een afspraak gemaakt',
    }),
  },
  {
    kind: 'handover',
    share: 15,
    ...mutation(
      'trekkerschapHandOver',
      'ended { id period { until } } started { id person { id displayName } }',
    ),
    subjects: async (owner) => {
      const { id: regionId } = await ensureStock(owner);
      return handovers().map(({ trekkerschap, successor }) => ({
        id: trekkerschap,
        other: successor,
        regionId,
      }));
    },
    input: ({ id, other }, day) => ({
      id: nodeId('Trekkerschap', id),
      toPersonId: nodeId('Person', other!),
      on: day.toString(),
    }),
  },
  {
    kind: 'consent',
    share: 15,
    ...mutation('findableConsentGive', 'ervaringsdeskundige { id findable }'),
    // nobody gives for somebody else what they took back themselves
    subjects: selected(`select id, 1 as other, region_id from ervaringsdeskundigen e
      where not exists (select from consents c where c.person_id = e.person_id and c.channel = 'ONLINE' and not c.given)`),
    input: ({ id }, day) => ({
      ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', id),
      scopes: ['REGION'],
      textVersion: CONSENT_TEXTS[0].version,
      channel: 'PAPER',
      until: day.add({ years: 1 }).toString(),
    }),
  },
];

/** Draws writes, each by a coordinator of its region, and none twice as long as there are others. */
export async function writesOf(
  owner: Client,
  callers: readonly Caller[],
  day: PlainDate,
  random: Random,
): Promise<() => Call> {
  const tokens = new Map<string, string[]>();
  for (const { role, region, token } of callers) {
    if (role !== 'coordinator' || !region) continue;
    tokens.set(region.id, [...(tokens.get(region.id) ?? []), token]);
  }
  const stocks: { write: Write; subjects: readonly Subject[]; at: number }[] = [];
  for (const write of WRITES) {
    const subjects = (await write.subjects(owner)).filter(({ regionId }) => tokens.has(regionId));
    const stock = { write, subjects, at: 0 };
    stocks.push(...Array<typeof stock>(write.share).fill(stock));
  }
  return () => {
    const stock = random.pick(stocks);
    const { write, subjects } = stock;
    const subject = subjects[stock.at++ % subjects.length]!;
    const token = random.pick(tokens.get(subject.regionId)!);
    const asked = askService(write, { input: write.input(subject, day) }, token);
    return { kind: write.kind, role: 'coordinator', right: write, asked };
  };
}

function mutation(name: string, fields: string): RightAnswer & { document: string } {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return {
    document: `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} committed errors { code message } } }`,
    begins: ['data', name],
    holds: /"errors" ?: ?\[\]/,
  };
}

function selected(select: string): Write['subjects'] {
  return async (owner) => {
    const { id: stock } = await ensureStock(owner);
    const { rows } = await owner.query<Subject>(
      `select id, other, region_id as "regionId" from (${select}) subjects ${MIXED}`,
      [stock],
    );
    return rows;
  };
}
