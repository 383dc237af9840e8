import { covers, networkStatus } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import { absencesOf, daysAway } from './naive-absences.js';
import type { Row } from './naive-rows.js';
import { NaiveTenures } from './naive-tenures.js';

export function networkResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists, asker } = looks;
  const ofNetwork = { oudernetwerk: looks.one('Oudernetwerk', 'oudernetwerkId') };
  const successions = rows.all('NetworkSuccession');
  const wentUp = (id: unknown) =>
    successions.some(({ predecessorId, kind }) => predecessorId === id && kind === 'MERGED');
  return {
    Oudernetwerk: {
      responsibleOrganisation: (row) => looks.responsible(row),
      region: looks.one('Region', 'regionId'),
      status: (network) => networkStatus(network, asker.today),
      endKind: ({ id, endedOn }) => (endedOn === null ? null : wentUp(id) ? 'MERGED' : 'ENDED'),
      predecessors: ({ id }) => successions.filter(({ successorId }) => successorId === id),
      successors: ({ id }) => successions.filter(({ predecessorId }) => predecessorId === id),
      endTasks: ({ id }) =>
        ['TELL_MEMBERS', 'HAND_OVER_FILES', 'WHERE_MEMBERS_GO'].flatMap(
          (task) => rows.all('endTasks').find((row) => row.oudernetwerkId === id && row.task === task) ?? [],
        ),
      version: (network) => (asker.seesInside(network) ? network.version : 0),
      lastActivityOn: (network) => (asker.seesInside(network) ? network.lastActivityOn : null),
      contactPerson: (network) =>
        network.contactPersonId === asker.personId || asker.seesInside(network)
          ? rows.byId('Person', network.contactPersonId)
          : null,
      municipalities: looks.linked('networkMunicipalities', 'oudernetwerkId', 'Municipality'),
      themes: looks.linked('networkThemes', 'oudernetwerkId', 'Theme'),
      trekkers: (network, args) => looks.onDay('Trekkerschap', network, args),
      support: (network, args) => looks.onDay('SupportArrangement', network, args),
      caretaker: (network, args) => looks.onDay('Caretakership', network, args)[0] ?? null,
      caretakerships: looks.listOf('Caretakership', 'oudernetwerkId'),
      members: (network, { on, perspective, ...page }) => {
        const members = looks.onDay('Membership', network, { on });
        const counted = members.filter((row) => !perspective || row.perspective === perspective);
        return lists.page('Membership', counted, page);
      },
      trekkerschappen: looks.listOf('Trekkerschap', 'oudernetwerkId'),
      activities: looks.listOf('Activity', 'oudernetwerkId'),
      agreements: looks.listOf('RegionAgreement', 'oudernetwerkId'),
    },
    NetworkSuccession: {
      predecessor: looks.one('Oudernetwerk', 'predecessorId'),
      successor: looks.one('Oudernetwerk', 'successorId'),
    },
    Organisation: {
      oudernetwerken: (organisation, { as, on, ...page }) => {
        const day = (on ?? asker.today) as string;
        const carriers = (as ?? ['SUPPORTER', 'CARETAKER']) as string[];
        const carries = (row: Row) => row.organisationId === organisation.id && covers(row, day);
        const carrying = [
          ...(carriers.includes('SUPPORTER') ? rows.all('SupportArrangement').filter(carries) : []),
          ...(carriers.includes('CARETAKER') ? rows.all('Caretakership').filter(carries) : []),
        ];
        const carried = new Set(carrying.map(({ oudernetwerkId }) => oudernetwerkId));
        const networks = rows.all('Oudernetwerk').filter(({ id }) => carried.has(id));
        return lists.page('Oudernetwerk', networks, page);
      },
    },
    Trekkerschap: {
      ...ofNetwork,
      person: looks.one('Person', 'personId'),
      predecessor: looks.one('Trekkerschap', 'predecessorId'),
      successor: (row) => rows.all('Trekkerschap').find((other) => other.predecessorId === row.id) ?? null,
      tenure: (row) => new NaiveTenures(rows.all('Trekkerschap'), successions).tenureOf(row),
      absences: (row) => absencesOf(looks.rows, row, 'oudernetwerkId'),
      plannedEnd: (row) =>
        row.plannedEndOn === null ? null : { on: row.plannedEndOn, reason: row.plannedEndReason },
    },
    Absence: {
      ...ofNetwork,
      body: looks.one('AdvisoryBody', 'bodyId'),
      person: looks.one('Person', 'personId'),
      substitute: looks.one('Trekkerschap', 'substituteId'),
      alternate: (absence) => {
        const acting = rows.all('alternates').find(({ absenceId }) => absenceId === absence.id);
        return acting ? rows.byId('Person', acting.personId) : null;
      },
      period: (absence) => daysAway(looks.rows, absence),
    },
    Caretakership: { ...ofNetwork, organisation: looks.one('Organisation', 'organisationId') },
    SupportArrangement: { ...ofNetwork, organisation: looks.one('Organisation', 'organisationId') },
    Membership: { ...ofNetwork, person: looks.one('Person', 'personId') },
    Activity: {
      ...ofNetwork,
      on: (row) => row.onDay,
      held: (row) => row.heldOn !== null,
      message: () => null,
    },
  };
}
