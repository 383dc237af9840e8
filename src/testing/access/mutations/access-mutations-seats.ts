import {
  AND_SECRETARIES,
  COORDINATORS,
  HERE,
  IN_REGION,
  THERE,
  type MutationAccess,
} from './access-mutation-terms.js';
import type { ObjectName } from '../access-objects.js';

type Ids = Readonly<Record<ObjectName, string>>;

const SEATS_HERE = `${HERE} secretary`;
const ACROSS = `${THERE} bodySecretary`;
const OF_BODY = { body: HERE, 'body below': HERE, 'body elsewhere': THERE, 'body across': THERE };
const SEATS_OF_BODY = {
  body: SEATS_HERE,
  'body below': SEATS_HERE,
  'body elsewhere': THERE,
  'body across': ACROSS,
};
const OF_SEAT = {
  seat: SEATS_HERE,
  'vacant seat': SEATS_HERE,
  'seat below': SEATS_HERE,
  'seat elsewhere': THERE,
  'seat across': ACROSS,
};
const AGREEMENT = { motivation: 'Samen optrekken', from: '2028-01-01' };
const reason = 'Vergissing';
const aboutBody = { name: 'Raad', kind: 'OPR', level: 'BELEID', domains: ['ZORG'] };

const APPOINTED = {
  names: 'personId',
  input: (ids: Readonly<Record<'vacant seat', string>>) => ({ seatId: ids['vacant seat'] }),
};

/** The only one of its body. */
const FIRST = (ids: Ids) => ({ seatId: ids['seat across'], personId: ids.stranger });

/** Who may change bodies, seats and appointments. */
export const OF_SEATS: Readonly<Record<string, MutationAccess>> = {
  advisoryBodyCreate: {
    roles: COORDINATORS,
    attempts: [{ names: 'regionId', input: () => aboutBody, on: IN_REGION }],
  },
  advisoryBodyUpdate: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({ patch: { purpose: 'Anders' } }), on: OF_BODY }],
  },
  advisoryBodyEnd: { roles: COORDINATORS, attempts: [{ names: 'id', input: () => ({}), on: OF_BODY }] },
  regionAgreementAsk: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'subjectId',
        input: (ids) => ({ ...AGREEMENT, regionId: ids['region elsewhere'] }),
        on: {
          body: HERE,
          'body below': HERE,
          'body elsewhere': { allowed: THERE, code: 'OWN_REGION' },
          'body across': { allowed: THERE, code: 'OWN_REGION' },
        },
      },
      {
        names: 'regionId',
        input: (ids) => ({ ...AGREEMENT, subjectId: ids.body }),
        by: HERE,
        on: {
          'region elsewhere': HERE,
          region: { allowed: HERE, code: 'OWN_REGION' },
          'region below': { allowed: HERE, code: 'OWN_REGION' },
        },
      },
    ],
  },
  regionAgreementDecide: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ accept: true }),
        on: { 'agreement asked': THERE, agreement: { allowed: HERE, code: 'ALREADY_DECIDED' } },
      },
    ],
  },
  regionAgreementWithdraw: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { 'agreement asked': HERE, agreement: { allowed: THERE, code: 'ALREADY_DECIDED' } },
      },
    ],
  },
  regionAgreementEnd: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Klaar' }),
        on: {
          agreement: `${HERE} ${THERE}`,
          'agreement asked': { allowed: `${HERE} ${THERE}`, code: 'NOT_AGREED' },
        },
      },
    ],
  },
  advisorySeatCreate: {
    roles: AND_SECRETARIES,
    attempts: [
      {
        names: 'bodyId',
        input: () => ({ title: 'Nieuwe zetel' }),
        on: SEATS_OF_BODY,
      },
    ],
  },
  advisorySeatsCreate: {
    roles: AND_SECRETARIES,
    attempts: [{ names: 'bodyId', input: () => ({ title: 'Nieuwe zetel', count: 2 }), on: SEATS_OF_BODY }],
  },
  advisorySeatUpdate: {
    roles: AND_SECRETARIES,
    attempts: [{ names: 'id', input: () => ({ patch: { title: 'Anders' } }), on: OF_SEAT }],
  },
  advisorySeatAbolish: {
    roles: AND_SECRETARIES,
    attempts: [{ names: 'id', input: () => ({}), on: OF_SEAT }],
  },
  retirementScheduleExport: {
    roles: AND_SECRETARIES,
    attempts: [
      {
        names: 'bodyId',
        input: () => ({ format: 'XLSX', fromYear: 2026, toYear: 2030 }),
        on: SEATS_OF_BODY,
      },
    ],
  },
  seatAppointmentsCreate: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'bodyId',
        input: (ids) => ({ appointments: FIRST(ids) }),
        on: { 'body across': THERE, body: { allowed: HERE, code: 'BODY_HAS_APPOINTMENTS' } },
      },
      ...(
        [
          ['seatId', { 'seat across': THERE, 'seat elsewhere': { allowed: THERE, code: 'OTHER_BODY' } }],
          ['personId', { stranger: THERE }],
          ['personId', { guest: THERE }],
          ['nominatorId', { organisation: THERE }],
          ['nominatorId', { 'network elsewhere': THERE }],
        ] as const
      ).map(([field, on]) => ({
        names: `appointments.${field}`,
        input: (ids: Ids) => ({ bodyId: ids['body across'], appointments: FIRST(ids) }),
        by: THERE,
        on,
      })),
    ],
  },
  seatAppoint: {
    roles: AND_SECRETARIES,
    attempts: [
      {
        names: 'seatId',
        input: (ids) => ({ personId: ids['expert country-wide'] }),
        on: { 'vacant seat': SEATS_HERE },
      },
      {
        names: 'seatId',
        input: (ids) => ({ personId: ids.stranger }),
        by: `${HERE} ${THERE} secretary mixed`,
        on: { 'seat across': THERE },
      },
      // by right of their region; an admin as such sees people, but appoints nobody unasked
      ...[
        { 'expert without consent': HERE },
        { 'expert country-wide': HERE },
        { 'parent without role': HERE },
        { 'former holder': HERE },
        { guest: HERE },
        { stranger: { allowed: 'director', code: 'ASK_FIRST' } },
      ].map((on) => ({ ...APPOINTED, by: HERE, on })),
      // sits in another body, left this one yesterday, said yes to it
      ...[
        { 'expert without consent': { allowed: 'secretary', code: 'ASK_FIRST' } },
        { 'former holder': { allowed: 'secretary', code: 'ASK_FIRST' } },
        { 'expert country-wide': 'secretary' },
      ].map((on) => ({ ...APPOINTED, by: 'secretary', on })),
      {
        names: 'invitationId',
        input: (ids) => ({ seatId: ids['vacant seat'] }),
        by: SEATS_HERE,
        on: {
          'invitation with a yes': SEATS_HERE,
          'invitation that led to a seat': { allowed: SEATS_HERE, code: 'OTHER_SEAT' },
          invitation: { allowed: HERE, code: 'OTHER_SEAT' },
          'invitation with a no': { allowed: 'director', code: 'OTHER_SEAT' },
        },
      },
      ...(['organisation', 'body', 'network'] as const).map((who) => ({
        names: 'nominatorId',
        input: (ids: Ids) => ({
          seatId: ids['vacant seat'],
          personId: ids['expert country-wide'],
        }),
        by: SEATS_HERE,
        on: { [who]: SEATS_HERE },
      })),
      {
        names: 'nominatorId',
        input: (ids) => ({ seatId: ids['vacant seat'], personId: ids['expert country-wide'] }),
        by: SEATS_HERE,
        on: { 'network elsewhere': 'director' },
      },
    ],
  },
  seatReappoint: {
    roles: AND_SECRETARIES,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          'appointment until yesterday': { allowed: SEATS_HERE, code: 'LEFT_SEAT' },
          'appointment after the term': SEATS_HERE,
          'appointment elsewhere': { allowed: THERE, code: 'SEAT_TAKEN' },
          'appointment to come': THERE,
        },
      },
      // works for an organisation of the body, which only those hear who keep the record
      {
        names: 'id',
        input: () => ({}),
        by: HERE,
        on: { appointment: { allowed: HERE, code: 'INCOMPATIBLE_EMPLOYEE' } },
      },
      { names: 'id', input: () => ({}), by: 'secretary', on: { appointment: 'secretary' } },
    ],
  },
  seatAppointmentEnd: {
    roles: AND_SECRETARIES,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'PERSONAL' }),
        on: {
          appointment: SEATS_HERE,
          'appointment until yesterday': { allowed: SEATS_HERE, code: 'ALREADY_ENDED' },
          'appointment after the term': SEATS_HERE,
          'appointment elsewhere': THERE,
          'appointment to come': { allowed: THERE, code: 'DATE_OUT_OF_RANGE' },
        },
      },
    ],
  },
  seatAppointmentAnnul: {
    roles: AND_SECRETARIES,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason }),
        on: {
          // an absence of its holder is on record
          appointment: { allowed: SEATS_HERE, code: 'BUILT_UPON' },
          'appointment elsewhere': THERE,
          'appointment to come': THERE,
        },
      },
    ],
  },
  seatAppointmentCorrect: {
    roles: AND_SECRETARIES,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason, patch: { latestEnd: '2026-12-31' } }),
        on: { appointment: SEATS_HERE, 'appointment elsewhere': THERE },
      },
      {
        names: 'patch.seatId',
        input: ({ appointment }) => ({ id: appointment, reason, patch: { from: '2026-11-25' } }),
        by: SEATS_HERE,
        on: { 'vacant seat': SEATS_HERE },
      },
      {
        names: 'patch.personId',
        input: ({ appointment }) => ({ id: appointment, reason }),
        by: HERE,
        on: { guest: HERE },
      },
      {
        names: 'patch.personId',
        input: ({ appointment }) => ({ id: appointment, reason }),
        by: HERE,
        on: { stranger: { allowed: 'director', code: 'ASK_FIRST' } },
      },
      {
        names: 'patch.nominatorId',
        input: ({ appointment }) => ({ id: appointment, reason }),
        by: HERE,
        on: { network: HERE },
      },
    ],
  },
};
