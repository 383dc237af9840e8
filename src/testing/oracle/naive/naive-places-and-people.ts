import { dayOf } from '../../../kernel/clock.js';
import { nodeId } from '../../../kernel/node-id.js';
import { byText, covers } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import { type Row, uuidOf } from './naive-rows.js';

export function queryResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists, filters, asker } = looks;
  const node = (id: unknown) => {
    const [type = '', uuid = ''] = Buffer.from(String(id), 'base64url').toString().split(':');
    return rows.byId(type, uuid);
  };
  return {
    Query: {
      node: (_row, { id }) => node(id),
      nodes: (_row, { ids }) => (ids as string[]).map(node),
      viewer: () => ({ ...rows.all('accounts').find((row) => row.id === asker.accountId), type: 'Viewer' }),
      region: (_row, { id, code }) => {
        if (id == null && code == null) return null;
        const isAsked = (region: Row) =>
          (id == null || region.id === uuidOf(id)) && (code == null || region.code === code);
        return rows.all('Region').find(isAsked) ?? null;
      },
      regions: looks.all('Region'),
      themes: (_row, { includeRetired }) => {
        const inUse = (theme: Row) =>
          includeRetired === true || theme.retiredOn === null || theme.retiredOn > asker.today;
        return looks.sorted('Theme', 'CODE', rows.all('Theme').filter(inUse));
      },
      schoolHolidays: (_row, { holidayRegion, schoolYear }) =>
        rows
          .all('SchoolHoliday')
          .filter((row) => holidayRegion == null || row.holidayRegion === holidayRegion)
          .filter((row) => schoolYear == null || row.schoolYear === schoolYear)
          .sort(
            (a, b) =>
              byText(a.period.from, b.period.from) ||
              byText(a.holidayRegion, b.holidayRegion) ||
              byText(a.id, b.id),
          ),
      themeProposals: (_row, { status, ...page }) => {
        const proposed = rows
          .all('ThemeProposal')
          .filter(({ answer }) => !status || (answer ?? 'OPEN') === status);
        return lists.page('ThemeProposal', proposed, page);
      },
      organisation: looks.byPublicId('Organisation'),
      organisations: looks.all('Organisation'),
      person: looks.byPublicId('Person'),
      people: looks.all('Person'),
      oudernetwerk: looks.byPublicId('Oudernetwerk'),
      oudernetwerken: looks.all('Oudernetwerk'),
      trekkerOuders: (_row, { filter, ...page }) => {
        const { on, regionId, stopsUntil, ...others } = (filter ?? {}) as Record<string, unknown>;
        const regions = regionId == null ? null : filters.regions(regionId);
        const day = (on ?? asker.today) as string;
        const isLeading = (row: Row) =>
          covers(row, day) &&
          (!regions || regions.has(row.regionId)) &&
          (stopsUntil == null || lastDays(row).some((last) => last <= (stopsUntil as string)));
        const leading = rows.all('Trekkerschap').filter(isLeading);
        const leaders = new Set(leading.map((row) => row.personId));
        const people = rows.all('Person').filter((person) => leaders.has(person.id));
        return lists.page('Person', people, { ...page, filter: others });
      },
    },
    ThemeProposal: {
      region: looks.one('Region', 'regionId'),
      theme: looks.one('Theme', 'themeId'),
      status: ({ answer }) => answer ?? 'OPEN',
    },
    Viewer: {
      roles: (account) => {
        const isHeld = (role: Row) => role.accountId === account.id && covers(role, asker.today);
        const roles = rows.all('accountRoles').filter(isHeld);
        const parent = account.personId ? [{ id: account.personId, role: 'PARENT' }] : [];
        return [...roles, ...parent].sort((a: Row, b: Row) => byText(a.role, b.role) || byText(a.id, b.id));
      },
      person: looks.one('Person', 'personId'),
      locale: (account) => account.locale ?? 'nl',
      mailPreferences: (account) => {
        const row = rows.all('mailPreferences').find(({ accountId }) => accountId === account.id);
        const usual = { reminders: true, digest: true, quietFrom: 21, quietUntil: 7 };
        return { ...usual, ...row, email: account.emailNorm, accountId: account.id };
      },
    },
    ViewerRole: {
      kind: (role) => role.role,
      region: looks.one('Region', 'regionId'),
      organisation: looks.one('Organisation', 'organisationId'),
    },
  };
}

/** planned or recorded */
function lastDays({ period, plannedEndOn }: Row): string[] {
  return [period.until, plannedEndOn].filter((last) => last !== null);
}

export function placeResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists, filters } = looks;
  return {
    Region: {
      parent: looks.one('Region', 'parentId'),
      coordinatingOrganisation: looks.one('Organisation', 'coordinatingOrganisationId'),
      responsibleOrganisation: (row) => looks.responsible(row),
      municipalities: ({ id }) => {
        const own = rows.all('Municipality').filter((municipality) => municipality.regionId === id);
        return looks.sorted('Municipality', 'NAME', own);
      },
      oudernetwerken: ({ id }, args) => {
        const below = filters.below(id);
        const own = rows.all('Oudernetwerk').filter((network) => below.has(network.regionId));
        return lists.page('Oudernetwerk', own, args);
      },
    },
    Municipality: { region: looks.one('Region', 'regionId') },
    Theme: { parent: looks.one('Theme', 'parentId') },
    Organisation: {
      region: looks.one('Region', 'regionId'),
      parent: looks.one('Organisation', 'parentId'),
      municipalities: looks.linked('organisationMunicipalities', 'organisationId', 'Municipality'),
    },
  };
}

export function peopleResolvers(looks: NaiveLooks): Resolvers {
  const { rows, asker } = looks;
  const details = ({ id }: Row) => rows.all('details').find((row) => row.personId === id) ?? null;
  return {
    Person: {
      displayName: (person) => details(person)?.displayName ?? person.pseudonym,
      name: details,
      contact: ({ id }) => rows.all('contacts').find((row) => row.personId === id) ?? null,
      note: ({ id, regionId }) =>
        rows
          .all('notes')
          .find(
            (row) => row.personId === id && (row.regionId === regionId || !asker.regions.includes(regionId)),
          )?.note ?? null,
      region: looks.one('Region', 'regionId'),
      municipality: looks.one('Municipality', 'municipalityId'),
      responsibleOrganisation: (row) => looks.responsible(row),
      availability: (person) => person,
      schoolTies: ({ id }) =>
        rows
          .all('SchoolTie')
          .filter((tie) => tie.personId === id)
          .sort((a, b) => b.schoolYearStart - a.schoolYearStart || byText(a.id, b.id)),
      possibleDuplicates: async (person) => {
        const names = details(person);
        const scores = names ? await rows.search('Person', names.displayName) : new Map<string, number>();
        const score = ({ id }: Row) => scores.get(id) ?? 0;
        const shares = (other: Row) =>
          other.regionIds.some((id: string) => person.regionIds.includes(id)) &&
          namesOf(details(other)).some((name) => namesOf(names).includes(name));
        const toldApart = ({ id }: Row) =>
          rows
            .all('toldApart')
            .some(({ oneId, otherId }) => [oneId, otherId].sort().join() === [id, person.id].sort().join());
        return rows
          .all('Person')
          .filter(
            (other) => other.id !== person.id && score(other) >= 0.7 && shares(other) && !toldApart(other),
          )
          .sort((a, b) => score(b) - score(a) || byText(a.id, b.id));
      },
      hiddenName: ({ id }) => {
        const hidden = rows.all('hiddenNames').find((row) => row.personId === id);
        return hidden ? [hidden.givenName, hidden.infix, hidden.familyName].filter(Boolean).join(' ') : null;
      },
      contactPausedUntil: ({ id }) => {
        const pause = rows.all('contactPauses').find((row) => row.personId === id);
        return pause && covers(pause, asker.today) ? pause.period.until : null;
      },
      departure: ({ id }) =>
        rows
          .all('PersonDeparture')
          .filter((departure) => departure.personId === id)
          .sort((a, b) => byText(String(b.recordedAt), String(a.recordedAt)) || byText(b.id, a.id))[0] ??
        null,
      merges: ({ id }) =>
        rows
          .all('PersonMerge')
          .filter((row) => row.survivorId === id)
          .sort((a, b) => byText(b.recordedAt, a.recordedAt) || byText(a.id, b.id)),
      move: ({ id }) =>
        rows
          .all('PersonMove')
          .filter((move) => move.personId === id)
          .sort((a, b) => byText(String(b.recordedAt), String(a.recordedAt)) || byText(b.id, a.id))[0] ??
        null,
      trekkerschappen: looks.listOf('Trekkerschap', 'personId'),
      memberships: looks.listOf('Membership', 'personId'),
    },
    PersonMerge: {
      otherId: ({ otherId }) => nodeId('Person', otherId),
      on: ({ recordedAt }) => recordedAt.slice(0, 10),
      // every one of them was taken back, and nothing was left
      undoUntil: () => null,
      newSince: () => [],
      notRestored: () => [],
    },
    PersonMove: {
      person: looks.one('Person', 'personId'),
      fromRegion: looks.one('Region', 'fromRegionId'),
      toRegion: looks.one('Region', 'toRegionId'),
      municipality: looks.one('Municipality', 'municipalityId'),
      on: ({ movedOn }) => movedOn,
      status: ({ closedOn, crossedAt, answer }) => {
        if (closedOn !== null) return 'CLOSED';
        if (crossedAt !== null) return 'MOVED';
        return answer === null ? 'WAITING' : answer === 'YES' ? 'AGREED' : 'DECLINED';
      },
    },
    PersonTask: { person: looks.one('Person', 'personId'), region: looks.one('Region', 'regionId') },
    PersonDeparture: {
      note: ({ note, personId, regionId }) =>
        personId === asker.personId || asker.regions.includes(regionId) ? note : null,
      on: ({ lastDay }) => lastDay,
      takenBack: ({ takenBackAt }) => takenBackAt !== null,
      takeBackUntil: ({ kind, recordedAt }) =>
        kind === 'DECEASED' ? null : dayOf(recordedAt).add({ days: 30 }).toString(),
    },
    SchoolTie: {
      schoolYear: (tie) => `${tie.schoolYearStart}-${Number(tie.schoolYearStart) + 1}`,
      school: looks.one('Organisation', 'schoolId'),
      expectedExit: (tie) => (tie.exitLatest === null ? null : tie),
    },
    ExpectedExit: {
      earliest: (tie) => tie.exitEarliest,
      latest: (tie) => tie.exitLatest,
      confidence: (tie) => {
        const [year, ...monthAndDay] = String(tie.confirmedOn).split('-');
        if ([Number(year) + 1, ...monthAndDay].join('-') < asker.today) return 'LOW';
        if (tie.statedExit) return 'HIGH';
        return tie.exitEarliest !== tie.exitLatest || ['SBO', 'SO'].includes(tie.stage) ? 'MEDIUM' : 'HIGH';
      },
    },
  };
}

/** Given and family name, spelled the same way. */
function namesOf(details: Row | null): string[] {
  const names: string[] = details ? [details.givenName, details.familyName] : [];
  return names.map((name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
}
