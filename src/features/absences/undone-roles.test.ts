import { nodeId } from '../../kernel/node-id.js';
import { SeatMakers } from '../../testing/makers/seat-makers.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { startTestService } from '../../testing/test-service.js';
import { AbsenceScene } from './testing/absence-scene.js';

let scene: AbsenceScene;
let seats: SeatMakers;

beforeAll(async () => {
  scene = await AbsenceScene.begin(await startTestService());
  seats = new SeatMakers(scene.service.owner);
});
afterAll(() => scene.service.close());

const reason = 'Vergissing';
const person = async () => nodeId('Person', await scene.make.person(scene.region));

/** Roles that somebody is away from, as they are recorded, annulled and corrected. */
const ROLES = {
  trekkerschap: { type: 'Trekkerschap', made: async () => (await scene.led()).roleId },
  seatAppointment: {
    type: 'SeatAppointment',
    async made() {
      const body = await seats.body(scene.region, { alternates: true });
      const seat = await seats.seat(body);
      const holder = await scene.make.person(scene.region);
      return nodeId('SeatAppointment', await seats.appointment(seat, holder, '[2026-01-01,)', '2029-12-31'));
    },
  },
} as const;

const away = async (type: string, id: string) => {
  const query = `query($id: ID!) { node(id: $id) { ... on ${type} { absences { id person { id } period { from until } } } } }`;
  return (await scene.ask(query, { id })).node.absences;
};

describe.each(Object.entries(ROLES))('%s', (name, { type, made }) => {
  const answer = name === 'trekkerschap' ? 'trekkerschap { id }' : 'appointment { id }';

  test('with an absence is not annulled before that is', async () => {
    const roleId = await made();
    const { id } = await scene.done('absenceRecord', { roleId, from: '2026-10-01' });
    expect(await scene.refused(`${name}Annul`, { id: roleId, reason })).toEqual([
      ['BUILT_UPON', 'input', 'id'],
    ]);
    expect(await away(type, roleId)).toHaveLength(1);
    await scene.done('absenceAnnul', { id, reason });
    expect((await scene.run(`${name}Annul`, { id: roleId, reason })).errors).toEqual([]);
  });

  test('that was somebody else’s is theirs with the absence', async () => {
    const roleId = await made();
    const { id } = await scene.done('absenceRecord', { roleId, from: '2026-10-01' });
    const right = await person();
    const input = { id: roleId, patch: { personId: right }, reason };
    const corrected = await scene.run(`${name}Correct`, input, answer);
    expect(corrected.errors).toEqual([]);
    const anew = (corrected.trekkerschap ?? corrected.appointment).id;
    expect(await away(type, anew)).toEqual([
      { id, person: { id: right }, period: { from: '2026-10-01', until: null } },
    ]);
  });

  test('that began after the absence is not corrected to that day', async () => {
    const roleId = await made();
    await scene.done('absenceRecord', { roleId, from: '2026-03-01' });
    const input = { id: roleId, patch: { from: '2026-04-01' }, reason };
    expect(await scene.refused(`${name}Correct`, input)).toEqual([['BUILT_UPON', 'input', 'id']]);
    const later = { id: roleId, patch: { from: '2026-02-01' }, reason };
    expect((await scene.run(`${name}Correct`, later, answer)).errors).toEqual([]);
    await renewAll(scene.service);
    await expectStoredIsFresh(scene.service);
  });
});

test('a seat is not given by correction to whoever acts for its holder', async () => {
  const roleId = await ROLES.seatAppointment.made();
  const alternate = await person();
  await scene.done('absenceRecord', { roleId, from: '2026-10-01', substituteId: alternate });
  const input = { id: roleId, patch: { personId: alternate }, reason };
  expect(await scene.refused('seatAppointmentCorrect', input)).toEqual([['BUILT_UPON', 'input', 'id']]);
});

describe.each([
  ['ended before it', '2026-10-31', '2026-11-10'],
  ['is to end before it', '2027-07-31', '2027-09-01'],
])('in a network that %s, a trekkerschap with an absence is corrected', (_what, endsOn, from) => {
  /** Its trekkerschap and absence, and the absence once the network goes on. */
  async function ending() {
    const { network, roleId } = await scene.led();
    const { id } = await scene.done('absenceRecord', { roleId, from });
    const at = nodeId('Oudernetwerk', network);
    expect((await scene.run('oudernetwerkEnd', { id: at, on: endsOn, reason })).errors).toEqual([]);
    const correct = async (patch: object) =>
      (await scene.run('trekkerschapCorrect', { id: roleId, patch, reason })).errors;
    const goneOn = async () => {
      expect((await scene.run('oudernetwerkEndAnnul', { id: at, reason })).errors).toEqual([]);
      await expectStoredIsFresh(scene.service);
      const query =
        'query($id: ID!) { node(id: $id) { ... on Absence { person { id } period { from until } } } }';
      return (await scene.ask(query, { id })).node;
    };
    return { correct, goneOn };
  }

  test('to another person, who is away then', async () => {
    const { correct, goneOn } = await ending();
    const right = await person();
    expect(await correct({ personId: right, from: '2026-02-01' })).toEqual([]);
    expect(await goneOn()).toEqual({ person: { id: right }, period: { from, until: null } });
  });

  test('to a last day before it, after which nobody is away', async () => {
    const { correct, goneOn } = await ending();
    expect(await correct({ until: '2026-10-15', endReason: 'MOVED' })).toEqual([]);
    expect(await goneOn()).toMatchObject({ period: null });
  });
});
