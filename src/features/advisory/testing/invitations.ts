import { nodeId } from '../../../kernel/node-id.js';
import { type ConsentScope, ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import type { Json } from '../../../testing/test-service.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';

const CREATE = `mutation ($input: InvitationCreateInput!) { done: invitationCreate(input: $input) {
  errors { code path message } invitation { id version status expiresOn } seat { id } } }`;
const ANSWER = `mutation ($input: InvitationAnswerInput!) { done: invitationAnswer(input: $input) {
  errors { code path message } invitation { id status answeredOn declineKind declineReason person { id } } } }`;
const WITHDRAW = `mutation ($input: InvitationWithdrawInput!) { done: invitationWithdraw(input: $input) {
  errors { code path message } invitation { id status closedOn withdrawnBecause person { id } } } }`;

/** A seat, and a parent who is findable, with their own account. Uuids; `subject` is the parent's. */
export interface Scene {
  readonly body: string;
  readonly seat: string;
  readonly parent: string;
  readonly profile: string;
  readonly subject: string;
}

/** Enough for one file of tests; whoever repeats them says how many they take. */
const MOST_SCENES = 150;

/**
 * Subjects: secretary and coordinator of JZ06, colleague (another secretary there), neighbour (coordinator of JZ22),
 * admin; and those of scenes.
 */
export interface InvitationWorld extends MailWorld {
  readonly seats: SeatMakers;
  readonly profiles: ProfileMakers;
  readonly region: string;
  readonly elsewhere: string;
  /** in JZ06, unless `home` is the region of the parent */
  scene(options?: { home?: string; consent?: ConsentScope; email?: string }): Promise<Scene>;
  /** each returns the payload, or the code that the whole request was refused with */
  create(subject: string | null, of: Pick<Scene, 'seat' | 'profile'>, input?: object): Promise<Json>;
  answer(subject: string | null, id: string, input?: object): Promise<Json>;
  withdraw(subject: string | null, id: string, input?: object): Promise<Json>;
  /** invited by the secretary; the public id of the invitation */
  invited(of: Pick<Scene, 'seat' | 'profile'>, input?: object): Promise<string>;
  /** invited, and accepted */
  accepted(of: Scene, input?: object, yes?: object): Promise<string>;
  /** travels there and does what is done every hour */
  at(instant: string): Promise<void>;
}

export async function startInvitationWorld(
  mostScenes = MOST_SCENES,
  settings?: Parameters<typeof startMailWorld>[0],
): Promise<InvitationWorld> {
  const world = await startMailWorld(settings);
  const { make, service } = world;
  const seats = new SeatMakers(service.owner);
  const profiles = new ProfileMakers(service.owner);
  const region = await make.region('JZ06');
  const elsewhere = await make.region('JZ22');
  await make.account('admin', { role: 'ADMIN' });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('colleague', { role: 'SECRETARY', regionId: region });
  for (const subject of ['coordinator', 'secretary', 'neighbour']) {
    await world.accountEmail(subject, `${subject}@example.org`);
  }

  // whose seats somebody fills is cached for a while: create the bodies before anybody asks
  const bodies: string[] = [];
  while (bodies.length < mostScenes) bodies.push(await seats.body(region));

  async function run(subject: string | null, mutation: string, input: object): Promise<Json> {
    const { data, errors } = await service.ask(subject, mutation, { input });
    return errors ? errors[0].extensions.code : data.done;
  }
  const create: InvitationWorld['create'] = (subject, { seat, profile }, input = {}) =>
    run(subject, CREATE, {
      seatId: nodeId('AdvisorySeat', seat),
      ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile),
      ...input,
    });
  const answer: InvitationWorld['answer'] = (subject, id, input = {}) =>
    run(subject, ANSWER, { id, accept: true, ...input });
  const invited: InvitationWorld['invited'] = async (of, input) => {
    const { invitation, errors } = await create('secretary', of, input);
    expect(errors).toEqual([]);
    return invitation.id;
  };

  let scenes = 0;
  return {
    ...world,
    seats,
    profiles,
    region,
    elsewhere,
    async scene({ home = region, consent = 'REGION', email } = {}) {
      const body = bodies[scenes];
      if (!body) throw new Error('more scenes than this world was started for');
      const subject = `parent ${++scenes}`;
      const parent = await make.person(home, { given: 'Quirine', family: 'Proefpersoon' });
      await make.account(subject, { personId: parent });
      if (email) await world.email(parent, email);
      const [seat, profile] = [await seats.seat(body), await profiles.profile(parent, consent)];
      return { body, seat, parent, profile, subject };
    },
    create,
    answer,
    withdraw: (subject, id, input = {}) => run(subject, WITHDRAW, { id, ...input }),
    invited,
    async accepted(of, input, yes) {
      const id = await invited(of, input);
      expect((await answer(of.subject, id, yes)).errors).toEqual([]);
      return id;
    },
    async at(instant) {
      service.travelTo(instant);
      await service.tick();
    },
  };
}

/** `CODE path.to.it` of each error. */
export function refusals({ errors }: Json): string[] {
  return errors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
}
