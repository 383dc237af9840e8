import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';
import { ProfileMakers } from '../../makers/profile-makers.js';
import { SeatMakers } from '../../makers/seat-makers.js';
import type { TestService } from '../../test-service.js';

type Inputs = Record<string, Record<string, unknown>>;

/**
 * A good input for every mutation about bodies, seats and appointments, each on records of its own in a region (uuid);
 * and others, where one field excludes another.
 */
export async function seatInputs(
  service: TestService,
  make: Makers,
  region: string,
): Promise<{ inputs: Inputs; instead: Record<string, Inputs> }> {
  const seats = new SeatMakers(service.owner);
  const profiles = new ProfileMakers(service.owner);
  const person = async () => nodeId('Person', await make.person(region));
  const organisation = async () => nodeId('Organisation', await make.organisation(region));
  const body = () => seats.body(region);
  const bodyId = async () => nodeId('AdvisoryBody', await body());
  const seat = async () => seats.seat(await body());
  const seatId = async () => nodeId('AdvisorySeat', await seat());
  const appointment = async (period: string, latestEnd?: string) =>
    nodeId(
      'SeatAppointment',
      await seats.appointment(await seat(), await make.person(region), period, latestEnd),
    );
  const regionId = nodeId('Region', region);
  const elsewhere = await make.region('JZ22');
  const asks = (home: string, other: string, answer: string | null) =>
    seats.body(home).then((of) => seats.agreement(of, other, { answer }));
  const agreementId = async (...asked: Parameters<typeof asks>) =>
    nodeId('RegionAgreement', await asks(...asked));
  const themeId = nodeId('Theme', await make.theme());
  const rules = {
    termMonths: 36,
    maxConsecutiveTerms: 2,
    breakMonths: 12,
    carryOver: true,
    replacementServesRemaining: true,
    incompatibilities: ['EMPLOYEE'],
    maxLeavingShare: 50,
    endsSoonMonths: 3,
    vacancyDays: 30,
    alternates: true,
  };
  const aboutBody = {
    name: 'Adviesraad Noord',
    kind: 'ADVIESRAAD',
    organisationIds: [await organisation()],
    purpose: 'Meedenken over beleid',
    level: 'BELEID',
    domains: ['ZORG'],
    establishedOn: '2026-01-01',
    rules,
    responsibleOrganisationId: await organisation(),
  };
  const requirements = [
    { strength: 'HARD', themeId },
    { strength: 'PREFERRED', language: 'ar' },
    { strength: 'PREFERRED', training: 'Basistraining' },
  ];
  const aboutSeat = {
    title: 'Zetel van ouders',
    constituency: 'Ouders van het VO',
    openedOn: '2026-11-01',
    requirements,
  };

  const ofRegion = [{ strength: 'HARD', regionId }];
  const agreed = async () => {
    const of = await seat();
    const profile = await profiles.profile(await make.person(region));
    const asked = { status: 'ACCEPTED', by: 'coordinator' };
    return {
      seatId: nodeId('AdvisorySeat', of),
      invitationId: nodeId('SeatInvitation', await profiles.invitation(of, profile, asked)),
    };
  };

  const inAnotherSeat = async () => {
    const of = await body();
    const held = await seats.appointment(await seats.seat(of), await make.person(region), '[2026-01-01,)');
    return {
      id: nodeId('SeatAppointment', held),
      expectedVersion: 1,
      reason: 'Vergissing',
      patch: { seatId: nodeId('AdvisorySeat', await seats.seat(of)) },
    };
  };
  const first = async () => {
    const of = await body();
    const appointment = {
      seatId: nodeId('AdvisorySeat', await seats.seat(of)),
      personId: await person(),
      from: '2026-12-01',
      until: '2027-11-30',
      nominatorId: await organisation(),
    };
    return { bodyId: nodeId('AdvisoryBody', of), appointments: [appointment] };
  };
  const inputs = {
    advisoryBodyCreate: { regionId, ...aboutBody },
    advisoryBodyUpdate: { id: await bodyId(), expectedVersion: 1, patch: aboutBody },
    advisoryBodyEnd: { id: await bodyId(), expectedVersion: 1, on: '2026-12-31' },
    regionAgreementAsk: {
      subjectId: await bodyId(),
      regionId: nodeId('Region', elsewhere),
      from: '2026-12-01',
      until: '2027-11-30',
      motivation: 'Samen optrekken',
    },
    regionAgreementDecide: {
      id: await agreementId(elsewhere, region, null),
      expectedVersion: 1,
      accept: true,
      reason: 'Graag',
    },
    regionAgreementWithdraw: { id: await agreementId(region, elsewhere, null), expectedVersion: 1 },
    regionAgreementEnd: {
      id: await agreementId(region, elsewhere, 'AGREED'),
      expectedVersion: 1,
      on: '2026-12-31',
      reason: 'Klaar',
    },
    advisorySeatCreate: { bodyId: await bodyId(), ...aboutSeat },
    advisorySeatsCreate: { bodyId: await bodyId(), ...aboutSeat, count: 3 },
    advisorySeatUpdate: { id: await seatId(), expectedVersion: 1, patch: aboutSeat },
    advisorySeatAbolish: { id: await seatId(), expectedVersion: 1, on: '2026-12-31' },
    retirementScheduleExport: { bodyId: await bodyId(), format: 'XLSX', fromYear: 2026, toYear: 2030 },
    seatAppoint: {
      seatId: await seatId(),
      personId: await person(),
      from: '2026-12-01',
      until: '2027-11-30',
      nominatorId: await organisation(),
    },
    seatAppointmentsCreate: await first(),
    seatReappoint: {
      id: await appointment('[2023-01-01,)', '2026-12-31'),
      expectedVersion: 1,
      from: '2027-01-01',
      until: '2027-12-31',
    },
    seatAppointmentEnd: {
      id: await appointment('[2026-01-01,)'),
      expectedVersion: 1,
      on: '2026-12-31',
      reason: 'PERSONAL',
    },
    seatAppointmentAnnul: {
      id: await appointment('[2027-01-01,)', '2030-12-31'),
      expectedVersion: 1,
      reason: 'Vergissing',
    },
    seatAppointmentCorrect: {
      id: await appointment('[2026-01-01,)'),
      expectedVersion: 1,
      reason: 'Vergissing',
      patch: {
        personId: await person(),
        from: '2026-02-01',
        latestEnd: '2026-12-31',
        until: '2026-10-31',
        endReason: 'PERSONAL',
        nominatorId: await organisation(),
      },
    },
  };
  const instead = {
    advisorySeatCreate: { regionId: { bodyId: await bodyId(), ...aboutSeat, requirements: ofRegion } },
    advisorySeatsCreate: {
      regionId: { bodyId: await bodyId(), ...aboutSeat, requirements: ofRegion, count: 3 },
    },
    advisorySeatUpdate: { regionId: { id: await seatId(), patch: { requirements: ofRegion } } },
    seatAppoint: { invitationId: await agreed() },
    listExport: {
      bodyId: { kind: 'ROOSTER', purpose: 'RETIREMENT', format: 'CSV', filter: { bodyId: await bodyId() } },
      regionId: { ...listOf('NETWORKS'), filter: { regionId: nodeId('Region', region) } },
      networkStatus: { ...listOf('NETWORKS'), filter: { networkStatus: ['ACTIVE'] } },
      band: { ...listOf('NETWORKS'), filter: { band: ['STABLE'] } },
      seatStatus: { ...listOf('SEATS'), filter: { seatStatus: ['VACANT'] } },
    },
    seatAppointmentCorrect: { seatId: await inAnotherSeat() },
  };
  return { inputs, instead };
}

const listOf = (kind: string) => ({ kind, purpose: 'OVERVIEW', format: 'CSV' });
