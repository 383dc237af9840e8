import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { type Json, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

const APPOINTED = `appointment { id version person { id } period { from until } latestEnd termNumber endReason
  nominator { id } replaces { id } }`;
const AGREEMENT = 'regionAgreement { id version status period { from until } }';
const SEAT = 'seat { id version title status abolishedOn }';
/** The fields selected from each payload besides its errors. */
const PAYLOADS: Readonly<Record<string, string>> = {
  advisoryBodyCreate: 'advisoryBody { id version }',
  advisoryBodyUpdate: 'advisoryBody { id version }',
  advisoryBodyEnd: 'advisoryBody { id version endedOn status }',
  regionAgreementAsk: AGREEMENT,
  regionAgreementDecide: AGREEMENT,
  regionAgreementWithdraw: AGREEMENT,
  regionAgreementEnd: AGREEMENT,
  advisorySeatCreate: SEAT,
  advisorySeatsCreate:
    'advisoryBody { id seats { totalCount nodes { title constituency openedOn requirements { language } } } }',
  advisorySeatUpdate: SEAT,
  advisorySeatAbolish: SEAT,
  seatAppoint: `${APPOINTED} ${SEAT}`,
  seatAppointmentsCreate: 'advisoryBody { id }',
  seatReappoint: `${APPOINTED} ${SEAT}`,
  seatAppointmentEnd: `${APPOINTED} ${SEAT}`,
  seatAppointmentAnnul: SEAT,
  seatAppointmentCorrect: `${APPOINTED} ${SEAT}`,
  invitationCreate: 'invitation { id }',
  invitationAnswer: 'invitation { id }',
  retirementScheduleExport: 'url expiresAt advisoryBody { id }',
};

/**
 * Accounts: coordinator and secretary of JZ06, colleague (another coordinator there), neighbour (coordinator of
 * JZ22). Ids are public ones; bodies are created by the coordinator, so that the secretary's rights follow.
 */
export interface SeatWorld {
  readonly service: TestService;
  readonly make: Makers;
  readonly seats: SeatMakers;
  readonly profiles: ProfileMakers;
  /** JZ06, uuid */
  readonly region: string;
  /** JZ22, uuid */
  readonly elsewhere: string;
  ask(subject: string, query: string, variables?: object): Promise<Json>;
  /** the payload of a mutation that succeeded */
  run(mutation: string, input: object, as?: string): Promise<Json>;
  /** `CODE path.to.it` of each error, or the code of the whole; fails if any row changed */
  refused(mutation: string, input: object, as?: string): Promise<string[]>;
  /** a body of JZ06 */
  body(rules?: object, about?: object): Promise<string>;
  seat(bodyId: string, about?: object): Promise<string>;
  person(): Promise<string>;
  /** JZ22 agrees that a body works there as well */
  worksElsewhere(bodyId: string): Promise<void>;
  /** the id of an appointment to the seat; of a new person unless one is given */
  appoint(seatId: string, about?: object): Promise<string>;
  /** fields of a node */
  show(id: string, fields: string, as?: string): Promise<Json>;
}

export async function startSeatWorld(): Promise<SeatWorld> {
  const service = await startTestService();
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  const elsewhere = await make.region('JZ22');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('colleague', { role: 'COORDINATOR', regionId: region });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });

  const seats = new SeatMakers(service.owner);
  const answer = (mutation: string, input: object, as: string) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ${PAYLOADS[mutation]!}
      errors { code path message } } }`;
    return service.ask(as, query, { input });
  };
  const ask: SeatWorld['ask'] = async (subject, query, variables) => {
    const { data, errors } = await service.ask(subject, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const run: SeatWorld['run'] = async (mutation, input, as = 'secretary') => {
    const { data, errors } = await answer(mutation, input, as);
    expect([mutation, errors, data?.done?.errors]).toEqual([mutation, undefined, []]);
    return data.done;
  };
  const person = async () => nodeId('Person', await make.person(region));
  return {
    service,
    make,
    seats,
    profiles: new ProfileMakers(service.owner),
    region,
    elsewhere,
    ask,
    run,
    async refused(mutation, input, as = 'secretary') {
      const { data, errors } = await unchanged(service.owner, () => answer(mutation, input, as));
      if (errors) return errors.map(({ extensions }: Json) => extensions.code);
      return data.done.errors.map(({ code, path }: Json) => `${code} ${path.join('.')}`);
    },
    async body(rules = {}, about = {}) {
      const input = {
        name: 'Adviesraad Noord',
        kind: 'ADVIESRAAD',
        regionId: nodeId('Region', region),
        level: 'BELEID',
        domains: ['JEUGD'],
        establishedOn: '2020-01-01',
        rules,
        ...about,
      };
      return (await run('advisoryBodyCreate', input, 'coordinator')).advisoryBody.id;
    },
    async seat(bodyId, about = {}) {
      const input = { bodyId, title: 'Zetel van ouders', openedOn: '2020-01-01', ...about };
      return (await run('advisorySeatCreate', input)).seat.id;
    },
    person,
    async worksElsewhere(bodyId) {
      await seats.agreement(parseNodeId(bodyId)!.uuid, elsewhere);
    },
    async appoint(seatId, about = {}) {
      const input = { seatId, ...('invitationId' in about ? {} : { personId: await person() }), ...about };
      // the appointment makes the person visible to the secretary
      return (await run('seatAppoint', input, 'coordinator')).appointment.id;
    },
    async show(id, fields, as = 'coordinator') {
      const type = parseNodeId(id)!.type;
      return (await ask(as, `query($id: ID!) { node(id: $id) { ... on ${type} { ${fields} } } }`, { id }))
        .node;
    },
  };
}

export function uuidOf(id: string): string {
  return parseNodeId(id)!.uuid;
}
