import { nodeId, parseNodeId } from '../../kernel/node-id.js';
import {
  type InvitationWorld,
  refusals,
  type Scene,
  startInvitationWorld,
} from '../../features/advisory/testing/invitations.js';
import { SentStatements } from '../../testing/oracle/sent-statements.js';
import type { Json } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

let world: InvitationWorld;
let scene: Scene;
beforeEach(async () => {
  world = await startInvitationWorld();
  scene = await world.scene();
});
afterEach(() => world.close());

const CREATE = `mutation ($input: InvitationCreateInput!) { done: invitationCreate(input: $input) {
  errors { code path message } seat { id } invitation { id version status askedOn expiresOn message ervaringsdeskundige { id }
    formerAppointment { id } nominee { displayName email source } person { id } shortlist { place } matchRuleVersion } } }`;
const SEEN = `query($id: ID!) { node(id: $id) { ... on SeatInvitation { status closedOn nominee { displayName email }
  person { displayName name { givenName infix familyName } region { code } municipality { name } perspectives language
    contact { email phone } participationForms memberships { totalCount } seatAppointments { totalCount }
    ervaringsdeskundige { id } } } } }`;
const SOURCE = 'de medezeggenschapsraad van De Kiem';
const ROOS = {
  name: { givenName: 'Roos', infix: 'van', familyName: 'Voordracht' },
  email: 'Roos@example.org',
  source: SOURCE,
};

async function create(input: object, as = 'secretary'): Promise<Json> {
  const { data, text, errors } = await world.service.ask(as, CREATE, { input });
  return errors ? errors[0].extensions.code : { ...data.done, text };
}
const seatId = (seat = scene.seat) => nodeId('AdvisorySeat', seat);
const seen = async (id: string, as = 'secretary') => (await world.service.ask(as, SEEN, { id })).data.node;
const nominees = () => world.count('seat_nominees');

async function mailTo(address: string) {
  return (await world.emails()).find(({ header }) => header('to') === address)!;
}
const linkIn = (body: string) => /https:\/\/okn\.example(\/seats\/answer\?token=[\w.-]+)/.exec(body)![1]!;
const post = (url: string, form: Record<string, string>) =>
  world.service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });

test('exactly one way of asking is given', async () => {
  const ervaringsdeskundigeId = nodeId('Ervaringsdeskundige', scene.profile);
  for (const ways of [{}, { ervaringsdeskundigeId, nominee: ROOS }]) {
    const answer = await unchanged(world.service.owner, () => create({ seatId: seatId(), ...ways }));
    expect(answer.errors).toMatchObject([{ code: 'ONE_WAY_TO_INVITE' }]);
  }
});

describe('somebody nominated', () => {
  test('hears where their address comes from and what for; a yes makes them known, and the invitation forgets them', async () => {
    const { invitation, errors } = await create({ seatId: seatId(), nominee: ROOS, message: 'Doet u mee?' });
    expect(errors).toEqual([]);
    expect(invitation).toMatchObject({
      status: 'ASKED',
      ervaringsdeskundige: null,
      person: null,
      nominee: { displayName: 'Roos van Voordracht', email: 'Roos@example.org', source: SOURCE },
    });
    await world.at('2026-11-25T10:05:00Z');
    const { body } = await mailTo('roos@example.org');
    expect(body).toContain(`Daarbij staat waar ze vandaan komen: ${SOURCE}.`);
    expect(body).toContain('dan wissen wij uw naam en e-mailadres');
    expect(body).not.toContain('ervaringsdeskundige gevonden');
    const people = await world.count('people');
    const page = await world.service.app.inject(linkIn(body));
    expect(page.body).toContain(SOURCE);
    expect((await post(linkIn(body), { answer: 'yes' })).body).toContain('U zei ja op 25 november 2026.');
    expect([await world.count('people'), await nominees()]).toEqual([people + 1, 0]);
    expect(await seen(invitation.id)).toMatchObject({
      status: 'ACCEPTED',
      nominee: null,
      person: {
        displayName: 'Roos van Voordracht',
        name: { givenName: 'Roos', infix: 'van', familyName: 'Voordracht' },
        contact: { email: 'Roos@example.org', phone: null },
      },
    });
    const { rows } = await world.service.owner.query(
      `select l.what, l.why, a.subject from person_access_log l join accounts a on a.id = l.account_id`,
    );
    expect(rows).toEqual([
      { what: 'NAME_AND_CONTACT', why: 'INVITATION_ACCEPTED', subject: 'secretary' },
      { what: 'CONTACT', why: 'LOOKED_UP', subject: 'secretary' },
    ]);
    const appoint = `mutation ($input: SeatAppointInput!) { done: seatAppoint(input: $input) { errors { code } } }`;
    const input = { seatId: seatId(), invitationId: invitation.id };
    expect((await world.service.ask('secretary', appoint, { input })).data.done.errors).toEqual([]);
  });

  test('is erased by a no, by its end, and when it was withdrawn once they have heard of that', async () => {
    const no = await create({ seatId: seatId(), nominee: ROOS });
    const silent = { ...ROOS, email: 'stil@example.org' };
    const late = await create({ seatId: seatId(), nominee: silent, expiresOn: '2026-12-01' });
    const withdrawn = await create({ seatId: seatId(), nominee: { ...ROOS, email: 'toch@example.org' } });
    await world.at('2026-11-25T10:05:00Z');
    const { body } = await mailTo('roos@example.org');
    const answered = await post(linkIn(body), { answer: 'no', kind: 'NO_TIME' });
    expect(answered.body).toContain('Uw naam en e-mailadres zijn gewist.');
    expect(await nominees()).toBe(2);
    await world.withdraw('secretary', withdrawn.invitation.id);
    expect((await seen(withdrawn.invitation.id)).nominee).toBeNull();
    await world.forgetEmails();
    await world.at('2026-11-25T11:05:00Z');
    const told = await mailTo('toch@example.org');
    expect(told.body).toContain('Wij wissen uw naam en e-mailadres.');
    await world.at('2026-11-27T10:00:00Z');
    expect(await nominees()).toBe(1);
    world.service.travelTo('2026-12-02T00:00:00Z');
    expect(await seen(late.invitation.id)).toMatchObject({ status: 'EXPIRED', nominee: null });
    await world.at('2026-12-02T00:05:00Z');
    expect(await nominees()).toBe(0);
    for (const { invitation } of [no, late, withdrawn]) {
      expect(await seen(invitation.id)).toMatchObject({ nominee: null, person: null });
    }
    const { rows } = await world.service.owner.query('select * from seat_invitations');
    expect(JSON.stringify(rows)).not.toMatch(/roos|stil@|toch@/i);
  });

  test('is answered alike, by as many statements, whether or not the service knows them', async () => {
    const known = await world.make.person(world.elsewhere, { given: 'Roos', family: 'Voordracht' });
    await world.email(known, 'bekend@example.org');
    await world.service.owner.query(
      `update person_contacts set phone = '+31612345678' where person_id = $1`,
      [known],
    );
    await world.service.owner.query(
      `update people set language = 'en', participation_forms = '{SEAT}' where id = $1`,
      [known],
    );
    await world.profiles.profile(known, 'COUNTRY');
    const statements = new SentStatements(world.service.owner);
    const name = { givenName: 'Roos', familyName: 'Voordracht' };
    const answers: { created: string; sent: string[]; after: string }[] = [];
    const addresses = ['anders@example.org', 'bekend@example.org', 'vreemd@example.org'];
    for (const email of addresses) {
      const seat = await world.seats.seat(scene.body);
      statements.take();
      const { invitation, text } = await create({
        seatId: seatId(seat),
        nominee: { name, email, source: SOURCE },
      });
      const sent = statements.take().map((each) => each.text);
      await world.at('2026-11-25T10:05:00Z');
      const { body } = await mailTo(email);
      await post(linkIn(body), { answer: 'yes' });
      const after = JSON.stringify(await seen(invitation.id)).replaceAll(email, 'address');
      const created = (text as string)
        .replaceAll(email, 'address')
        .replaceAll(invitation.id, 'invitation')
        .replaceAll(seatId(seat), 'seat');
      answers.push({ created, sent, after });
      world.service.travelTo('2026-11-25T10:00:00Z');
    }
    statements.stop();
    const [, knownOne, unknown] = answers;
    expect(knownOne).toEqual(unknown);
    expect(knownOne!.created).toContain('address');
    // what the service knew of them is as it was
    const { rows } = await world.service.owner.query('select region_ids from people where id = $1', [known]);
    expect(rows[0].region_ids).toEqual([world.elsewhere]);
  });

  test('is the person whom the body knows by that name and address already, and no other', async () => {
    const member = await world.make.person(world.region, { given: 'Roos', family: 'Voordracht' });
    await world.email(member, 'roos@example.org');
    const seat = await world.seats.seat(scene.body);
    await world.seats.appointment(seat, member);
    const name = { givenName: 'Roos', familyName: 'Voordracht' };
    const nominee = { name, email: 'roos@example.org', source: SOURCE };
    expect(refusals(await create({ seatId: seatId(), nominee }))).toEqual([
      'SITS_ALREADY input.nominee.email',
    ]);
    const other = { ...nominee, email: 'ander@example.org' };
    await create({ seatId: seatId(), nominee: other });
    expect(refusals(await create({ seatId: seatId(), nominee: other }))).toEqual([
      'ALREADY_ASKED input.nominee.email',
    ]);
  });
});

describe('a former member', () => {
  let former: string;
  beforeEach(async () => {
    await world.email(scene.parent, 'oud@example.org');
    const seat = await world.seats.seat(scene.body);
    const period = '[2022-01-01,2026-01-01)';
    former = nodeId(
      'SeatAppointment',
      await world.seats.appointment(seat, scene.parent, period, '2025-12-31'),
    );
  });
  const ask = (input: object = {}) => create({ seatId: seatId(), formerAppointmentId: former, ...input });

  test('is asked again by the appointment that they left, and is known again by a yes', async () => {
    const { invitation, errors } = await ask();
    expect(errors).toEqual([]);
    expect(invitation).toMatchObject({
      ervaringsdeskundige: null,
      formerAppointment: { id: former },
      person: null,
    });
    await world.at('2026-11-25T10:05:00Z');
    expect((await mailTo('oud@example.org')).body).toContain('U had eerder een zetel in deze groep.');
    expect((await world.answer(scene.subject, invitation.id)).errors).toEqual([]);
    expect((await seen(invitation.id)).person).toMatchObject({
      contact: { email: 'oud@example.org' },
      // knowing a person is not knowing their profile
      ervaringsdeskundige: null,
    });
    const { data } = await world.service.ask(
      'secretary',
      '{ ervaringsdeskundigen { nodes { id person { id } } } }',
    );
    expect(data.ervaringsdeskundigen.nodes).toContainEqual({
      id: nodeId('Ervaringsdeskundige', scene.profile),
      person: null,
    });
  });

  test('is left in peace after a no; what is asked of their pseudonym is another matter', async () => {
    const { invitation } = await ask();
    expect(refusals(await ask())).toEqual(['ALREADY_ASKED input.formerAppointmentId']);
    await world.answer(scene.subject, invitation.id, { accept: false, declineKind: 'NOT_NOW' });
    expect(refusals(await ask())).toEqual(['IN_COOLDOWN input.formerAppointmentId']);
    expect((await ask({ motivation: 'Vroeg het zelf' })).errors).toEqual([]);
    expect((await world.create('secretary', scene)).errors).toEqual([]);
    await world.forgetEmails();
    await world.at('2026-11-25T10:05:00Z');
    const told = (await world.emails()).filter(({ header }) => header('to') === 'oud@example.org');
    expect(told.map(({ body }) => body.includes('U had eerder een zetel'))).toEqual([true]);
  });

  test('is not somebody who sits there, who died, or who left another body', async () => {
    const [left] = [parseNodeId(former)!.uuid];
    const refused = async () => refusals(await unchanged(world.service.owner, () => ask()));
    const died = (on: string | null) =>
      world.service.owner.query(
        'update people set deceased_on = $2 where id = (select person_id from seat_appointments where id = $1)',
        [left, on],
      );
    await died('2026-11-01');
    expect(await refused()).toEqual(['LEFT_FOR_GOOD input.formerAppointmentId']);
    await died(null);
    const other = await world.seats.seat(scene.body);
    const { rows } = { rows: [{ id: await world.seats.appointment(other, scene.parent) }] };
    expect(await refused()).toEqual(['SITS_ALREADY input.formerAppointmentId']);
    await world.service.owner.query('delete from seat_appointments where id = $1', [rows[0]!.id]);
    scene = await world.scene();
    expect(await refused()).toEqual(['NOT_FOUND input.formerAppointmentId']);
  });
});
