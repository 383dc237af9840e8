import { absencesOf } from './naive-absences.js';
import { byText, covers } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';
import {
  agreedRegions,
  agreementStatus,
  bodyStatus,
  dayAfter,
  holders,
  seatStatus,
  vacantSince,
} from './naive-seat-days.js';

const BY_TERM = ['TERM_COMPLETED', 'REAPPOINTED', 'REPLACED', 'SEAT_ABOLISHED'];

/** Bodies, their seats, and appointments, in memory. */
export function seatResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists, asker } = looks;
  const { today } = asker;
  const ofKind = (kind: string) => (asked: Row) => (asked.kind === kind ? asked.value : null);
  const seats = (own: readonly Row[], { filter, ...page }: Readonly<Record<string, unknown>>) => {
    const { status, on, ...others } = (filter ?? {}) as Record<string, unknown>;
    const day = (on ?? today) as string;
    const statuses = status as string[] | null | undefined;
    const listed = own.filter((seat) => statuses == null || statuses.includes(seatStatus(rows, seat, day)));
    return lists.page('AdvisorySeat', listed, { ...page, filter: others });
  };
  const appointmentsOf = (seat: Row) =>
    rows.all('SeatAppointment').filter(({ seatId }) => seatId === seat.id);
  const hindrance = ({ id, seatId, latestEnd, endReason, termNumber }: Row) => {
    const seat = rows.byId('AdvisorySeat', seatId)!;
    const all = holders(rows, seat);
    const { until } = all.find((each) => each.id === id)!.period;
    if (seat.abolishedOn !== null && seat.abolishedOn <= dayAfter(latestEnd)) return 'SEAT_ABOLISHED';
    if (endReason !== null && !BY_TERM.includes(endReason)) return 'LEFT';
    if (until !== null && all.some(({ period }) => period.from > until)) return 'FOLLOWED';
    const { maxConsecutiveTerms } = rows.byId('AdvisoryBody', seat.bodyId)!;
    return maxConsecutiveTerms !== null && termNumber >= maxConsecutiveTerms ? 'TERM_LIMIT' : null;
  };

  return {
    Query: {
      advisoryBody: looks.byPublicId('AdvisoryBody'),
      advisoryBodies: looks.all('AdvisoryBody'),
      advisorySeat: looks.byPublicId('AdvisorySeat'),
      advisorySeats: (_row, args) => seats(rows.all('AdvisorySeat'), args),
    },
    AdvisoryBody: {
      responsibleOrganisation: (row) => looks.responsible(row),
      region: looks.one('Region', 'regionId'),
      regions: ({ id }) =>
        looks.sorted(
          'Region',
          'CODE',
          agreedRegions(rows, id as string, today).map((region) => rows.byId('Region', region)!),
        ),
      agreements: looks.listOf('RegionAgreement', 'bodyId'),
      organisations: looks.linked('bodyOrganisations', 'bodyId', 'Organisation'),
      endedOn: ({ endedOn }) => (endedOn === null ? null : dayAfter(endedOn, -1)),
      status: (body) => bodyStatus(body, today),
      rules: (body) => body,
      seats: ({ id }, args) =>
        seats(
          rows.all('AdvisorySeat').filter(({ bodyId }) => bodyId === id),
          args,
        ),
      holders: ({ id }, { on, perspective, ...page }) => {
        const held = rows
          .all('SeatAppointment')
          .filter((row) => row.bodyId === id && covers(row, (on ?? today) as string));
        const counted = held.filter((row) => !perspective || row.perspective === perspective);
        return looks.lists.page('SeatAppointment', counted, page);
      },
    },
    Region: {
      agreements: ({ id }, args) => {
        const own = rows
          .all('RegionAgreement')
          .filter(({ homeRegionId, regionId }) => [homeRegionId, regionId].includes(id));
        return lists.page('RegionAgreement', own, args);
      },
    },
    RegionAgreement: {
      subject: ({ bodyId, oudernetwerkId }) =>
        bodyId === null ? rows.byId('Oudernetwerk', oudernetwerkId) : rows.byId('AdvisoryBody', bodyId),
      homeRegion: looks.one('Region', 'homeRegionId'),
      region: looks.one('Region', 'regionId'),
      status: (agreement) => agreementStatus(agreement, today),
      endedBy: looks.one('Region', 'endedByRegionId'),
    },
    BodyRules: { incompatibilities: ({ incompatibleKinds }) => incompatibleKinds },
    AdvisorySeat: {
      body: looks.one('AdvisoryBody', 'bodyId'),
      requirements: ({ id }) =>
        rows
          .all('requirements')
          .filter(({ seatId }) => seatId === id)
          .sort(
            (a, b) => byText(a.strength, b.strength) || byText(a.kind, b.kind) || byText(a.value, b.value),
          ),
      status: (seat, { on }) => seatStatus(rows, seat, (on ?? today) as string),
      vacantSince: (seat) => vacantSince(rows, seat, today),
      vacantDays: (seat) => {
        const since = vacantSince(rows, seat, today);
        return since === null ? null : (Date.parse(today) - Date.parse(since)) / 86_400_000;
      },
      holder: (seat, { on }) =>
        appointmentsOf(seat).find((each) => covers(each, (on ?? today) as string)) ?? null,
      next: (seat) =>
        appointmentsOf(seat)
          .filter(({ period }) => period.from > today)
          .sort((a, b) => byText(a.period.from, b.period.from))[0] ?? null,
      appointments: looks.listOf('SeatAppointment', 'seatId'),
    },
    SeatRequirement: {
      theme: looks.one('Theme', 'themeId'),
      domain: ofKind('DOMAIN'),
      level: ofKind('LEVEL'),
      region: looks.one('Region', 'placeId'),
      language: ofKind('LANGUAGE'),
      dayPart: ofKind('DAY_PART'),
      training: ({ label }) => label,
      perspective: ofKind('PERSPECTIVE'),
    },
    SeatAppointment: {
      seat: looks.one('AdvisorySeat', 'seatId'),
      person: looks.one('Person', 'personId'),
      nominator: (appointment) =>
        looks.rows.byId('Organisation', appointment.nominatedById) ??
        looks.rows.byId('AdvisoryBody', appointment.nominatedByBodyId) ??
        looks.rows.byId('Oudernetwerk', appointment.nominatedByNetworkId),
      replaces: looks.one('SeatAppointment', 'replacesId'),
      absences: (row) => absencesOf(looks.rows, row, 'bodyId'),
      carriesOver: (appointment, { on }) => {
        const day = (on ?? today) as string;
        return covers(appointment, day) && appointment.latestEnd < day;
      },
      reappointmentHindrance: hindrance,
      mayBeReappointed: (appointment) => hindrance(appointment) === null,
    },
    Person: { seatAppointments: looks.listOf('SeatAppointment', 'personId') },
  };
}
