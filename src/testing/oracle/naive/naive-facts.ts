import { NETWORK_FACTS, type NetworkFacts } from '../../../features/continuity/assessment/network-facts.js';
import { daysInRole } from './naive-absences.js';
import { byText, networkStatus } from './naive-days.js';
import type { NaiveLooks } from './naive-looks.js';
import type { NaiveRows, Row } from './naive-rows.js';

/** The documented defaults. */
const DEFAULTS: Readonly<Record<string, number | null>> = {
  tenureGuidelineMonths: 36,
  termLimitMonths: null,
  endsSoonMonths: 12,
  leaveTogetherDays: 90,
  supportEndingMonths: 6,
  inactiveDays: 120,
  mostRoles: 3,
  tieConfirmedMonths: 12,
  leadMonths: 9,
};

/** The first one that is set: the network, its region, the regions above. */
export function thresholdsOf(rows: NaiveRows, regionId: string, networkId: string | null): Row {
  const set = rows.all('thresholds');
  const layers = networkId === null ? [] : set.filter(({ oudernetwerkId }) => oudernetwerkId === networkId);
  for (let region = rows.byId('Region', regionId); region; region = rows.byId('Region', region.parentId)) {
    layers.push(...set.filter((each) => each.regionId === region.id));
  }
  return Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, otherwise]) => [
      name,
      layers.map((layer) => layer[name] as number | null).find((value) => value !== null) ?? otherwise,
    ]),
  );
}

/** The facts of a network of which the viewer is an insider, whoever may see the parts. */
export function factsOf({ rows }: NaiveLooks, network: Row, on: string): NetworkFacts {
  const { id } = network;
  const own = (list: readonly Row[]) => list.filter(({ oudernetwerkId }) => oudernetwerkId === id);
  const tenures = own(rows.all('everyTenure')).sort(byStart);
  const candidates = own(rows.all('everyCandidate')).filter(({ endedOn }) => endedOn === null);
  const isReachable = (personId: string) =>
    rows
      .all('everyContact')
      .some((row) => row.personId === personId && (row.email !== null || row.phone !== null));
  const rolesOf = (personId: string) =>
    [...tenures, ...own(rows.all('everyMembership'))].filter((role) => role.personId === personId);
  const pausedUntil = (personId: string | null) =>
    rows.all('everyPause').find((row) => row.personId === personId)?.period.until ?? null;
  const people = new Set([...tenures, ...candidates].map(({ personId }) => personId as string));
  const activities = own(rows.all('Activity'))
    .map(({ heldOn }) => heldOn as string)
    .filter((heldOn) => heldOn !== null && heldOn <= on)
    .sort();
  return NETWORK_FACTS.parse(
    JSON.stringify({
      ...network,
      status: networkStatus(network, on),
      endsOn: network.endedOn,
      endTasks: rows
        .all('endTasks')
        .filter(({ oudernetwerkId, doneOn }) => oudernetwerkId === id && doneOn === null).length,
      createdOn: new Date(network.createdAt).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }),
      lastActivityOn: activities.at(-1) ?? null,
      thresholds: thresholdsOf(rows, network.regionId, id),
      contact: network.contactPersonId && {
        personId: network.contactPersonId,
        reachable: isReachable(network.contactPersonId),
        roles: rolesOf(network.contactPersonId).map(({ period }) => period),
      },
      trekkerschappen: tenures.map((row) => ({ ...row, ...row.period, plannedOn: row.plannedEndOn })),
      absences: own(rows.all('everyAbsence'))
        .sort(byStart)
        .flatMap((absence) => {
          const days = daysInRole(tenures, absence, 'oudernetwerkId');
          return days ? [{ ...absence, ...days, expectedOn: absence.expectedUntil }] : [];
        }),
      people: Object.fromEntries(
        [...people].map((personId) => [
          personId,
          {
            reachable: isReachable(personId),
            pausedUntil: pausedUntil(personId),
            ties: tiesOf(rows, personId),
            leads: ledBy(rows, personId),
            seats: seatsOf(rows, personId),
          },
        ]),
      ),
      support: own(rows.all('SupportArrangement'))
        .sort(byStart)
        .map((row) => ({ id: row.id, ...row.period })),
      plans: own(rows.all('SuccessionPlan'))
        .sort((a, b) => byText(a.openedOn, b.openedOn) || byText(a.id, b.id))
        .map((plan) => ({
          ...plan,
          candidates: candidates
            .filter(({ planId }) => planId === plan.id)
            .sort((a, b) => a.rank - b.rank || byText(a.id, b.id)),
          items: rows
            .all('HandoverItem')
            .filter(({ planId }) => planId === plan.id)
            .sort((a, b) => a.position - b.position || byText(a.id, b.id))
            .map((item) => ({ ...item, ownerPausedUntil: pausedUntil(item.ownerPersonId) })),
        })),
    }),
  );
}

function tiesOf(rows: NaiveRows, personId: string) {
  return rows
    .all('everyTie')
    .filter((tie) => tie.personId === personId)
    .sort((a, b) => byText(a.exitLatest ?? '~', b.exitLatest ?? '~') || byText(a.id, b.id))
    .map((tie) => ({
      id: tie.id as string,
      stage: tie.stage as string,
      sector: rows.all('stages').find(({ code }) => code === tie.stage)!.sector as string,
      earliest: tie.exitEarliest as string,
      latest: tie.exitLatest as string,
      confirmedOn: tie.confirmedOn as string,
      stated: tie.statedExit !== null,
    }));
}

function ledBy(rows: NaiveRows, personId: string) {
  return rows
    .all('everyTenure')
    .filter((row) => row.personId === personId)
    .sort(byStart)
    .map((row) => ({ id: row.id as string, ...row.period }));
}

function seatsOf(rows: NaiveRows, personId: string) {
  return rows
    .all('everySeat')
    .filter((row) => row.personId === personId)
    .sort(byStart)
    .map((row) => row.period as object);
}

function byStart(a: Row, b: Row): number {
  return byText(a.period.from, b.period.from) || byText(a.id, b.id);
}
