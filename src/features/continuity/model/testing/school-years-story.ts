import { nodeId } from '../../../../kernel/node-id.js';
import type { Beginning, SchoolYears } from './school-years.js';

/** Each network begins with the letter of its people. */
export const BEGINNINGS: Readonly<Record<string, Beginning>> = {
  // the successor comes two months late
  A: { leads: { a1: { since: '2024-09-01', groep: 8 } } },
  // both leave with their children; the agreed successor withdraws
  B: {
    leads: {
      b1: { since: '2025-09-01', groep: 8 },
      b2: { since: '2025-09-01', role: 'CO_TREKKER', groep: 8 },
    },
  },
  // falls ill, and the network has no trekker for a month
  C: { leads: { c1: { since: '2026-03-01' } } },
  // stops on a leap day
  D: {
    leads: {
      d1: { since: '2025-03-01', plannedEnd: '2028-02-29' },
      d2: { since: '2026-01-01', role: 'CO_TREKKER' },
    },
  },
  // continues for another half year
  E: {
    leads: {
      e1: { since: '2025-01-01', plannedEnd: '2027-06-30' },
      e2: { since: '2026-06-01', role: 'CO_TREKKER' },
    },
  },
  // its support ends
  F: {
    leads: { f1: { since: '2026-08-01' }, f2: { since: '2026-01-15', role: 'CO_TREKKER' } },
    supportedUntil: '2027-12-31',
  },
  // pauses and comes back
  G: { leads: { g1: { since: '2026-01-10' }, g2: { since: '2026-08-20' } } },
  // ends
  H: { leads: { h1: { since: '2026-02-01' } } },
};

type Happens = (years: SchoolYears) => Promise<void>;

async function start(years: SchoolYears, network: string, name: string): Promise<void> {
  const personId = await years.person(name);
  await years.done(network, 'trekkerschapStart', { oudernetwerkId: years.id(network), personId });
}

async function join(years: SchoolYears, network: string, name: string): Promise<void> {
  const personId = await years.person(name);
  await years.done(network, 'membershipStart', { oudernetwerkId: years.id(network), personId });
}

async function candidate(years: SchoolYears, network: string, leaving: string, name: string, stage: string) {
  const { id: planId } = await years.plan(network, leaving);
  const personId = await years.person(name);
  await years.done(network, 'candidateAdd', { planId, personId, readiness: 'NOW', stage });
}

async function move(years: SchoolYears, network: string, leaving: string, input: object) {
  const { candidates } = await years.plan(network, leaving);
  await years.done(network, 'candidateMove', { id: candidates[0].id, ...input });
}

async function end(years: SchoolYears, network: string, name: string, on: string, as?: string) {
  const id = await years.tenure(network, name);
  await years.done(network, 'trekkerschapEnd', { id, on, reason: 'PERSONAL' }, as);
}

async function handOver(years: SchoolYears, network: string, from: string, to: string, on: string) {
  const id = await years.tenure(network, from);
  await years.done(network, 'trekkerschapHandOver', { id, toPersonId: await years.person(to), on });
}

async function complete(years: SchoolYears, network: string, leaving: string, input: object) {
  const { id } = await years.plan(network, leaving);
  await years.done(network, 'successionComplete', { id, motivation: 'De rest volgt', ...input });
}

export const STORY: Readonly<Record<string, Happens>> = {
  '2026-09-15': (years) => join(years, 'A', 'a2'),
  '2026-11-10': (years) => candidate(years, 'A', 'a1', 'a2', 'IDENTIFIED'),
  // ill: stops today, and reports it herself
  '2026-11-16': (years) => end(years, 'C', 'c1', '2026-11-16', 'c1'),
  '2026-12-01': (years) => join(years, 'C', 'c2'),
  async '2026-12-14'(years) {
    await start(years, 'C', 'c2');
    await years.child('C', 'c2', 6);
  },
  '2027-02-01': (years) => years.done('G', 'oudernetwerkPause', { id: years.id('G') }),
  '2027-03-01': (years) => candidate(years, 'B', 'b1', 'b3', 'AGREED'),
  // after the reminder at three months has gone out
  async '2027-04-05'(years) {
    const id = await years.tenure('E', 'e1');
    const plannedEnd = { on: '2027-12-31', reason: 'PERSONAL' };
    await years.done('E', 'trekkerschapPlanEnd', { id, plannedEnd });
  },
  '2027-05-10': (years) => end(years, 'A', 'a1', '2027-07-31'),
  '2027-06-15': (years) => move(years, 'B', 'b1', { stage: 'WITHDRAWN', reason: 'Een nieuwe baan' }),
  async '2027-07-12'(years) {
    await handOver(years, 'B', 'b1', 'b4', '2027-07-31');
    await end(years, 'B', 'b2', '2027-07-31');
  },
  '2027-09-01': (years) => years.done('G', 'oudernetwerkActivate', { id: years.id('G') }),
  async '2027-09-20'(years) {
    await move(years, 'A', 'a1', { stage: 'AGREED' });
    await complete(years, 'A', 'a1', { from: '2027-10-01' });
    await years.child('A', 'a2', 5);
  },
  '2027-12-31': (years) => end(years, 'E', 'e1', '2027-12-31'),
  async '2028-02-01'(years) {
    const organisationId = nodeId('Organisation', await years.newOrganisation());
    const period = { from: '2028-02-01' };
    await years.done('F', 'supportStart', { oudernetwerkId: years.id('F'), organisationId, period });
  },
  // with a third seat, from March until the end of May, she carries four roles
  async '2028-02-10'(years) {
    await years.seat('F', 'f2', '2028-02-10', '2028-09-30');
    await years.seat('F', 'f2', '2028-02-10', '2028-09-30');
    await years.seat('F', 'f2', '2028-03-01', '2028-05-31');
  },
  async '2028-02-29'(years) {
    await years.child('D', 'd3', 7);
    await handOver(years, 'D', 'd1', 'd3', '2028-02-29');
  },
  '2028-06-30': (years) => years.done('H', 'oudernetwerkEnd', { id: years.id('H'), reason: 'Opgegaan in F' }),
  '2029-05-20': (years) => candidate(years, 'C', 'c2', 'c3', 'AGREED'),
  '2029-06-20': (years) => complete(years, 'C', 'c2', { on: '2029-07-31' }),
};

/** Parents meet on the first of a month, but not in summer; A starts later after its second summer, G is dormant. */
export async function meet(years: SchoolYears): Promise<void> {
  const { today } = years;
  const month = today.slice(5, 7);
  if (!today.endsWith('-01') || month === '07' || month === '08') return;
  for (const [network, oudernetwerkId] of years.networks) {
    if (network === 'A' && today === '2027-09-01') continue;
    if (network === 'G' && today > '2026-11-01' && today < '2027-10-01') continue;
    if (network === 'H' && today > '2028-06-30') continue;
    const about = { kind: 'MEETING', title: 'Bijeenkomst', on: today };
    await years.done(network, 'activityRecord', { oudernetwerkId, ...about });
  }
}
