import { nodeId } from '../../kernel/node-id.js';
import {
  type InvitationWorld,
  refusals,
  type Scene,
  startInvitationWorld,
} from '../../features/advisory/testing/invitations.js';
import { unchanged } from '../../testing/unchanged.js';

let world: InvitationWorld;
beforeAll(async () => {
  world = await startInvitationWorld(20);
});
afterAll(() => world.close());

const BOTH = ['OUDER', 'PROFESSIONAL'];

async function sceneOf(perspectives: string[], email?: string): Promise<Scene> {
  const scene = await world.scene(email ? { email } : {});
  await becomes(scene, perspectives);
  return scene;
}
const becomes = (scene: Scene, perspectives: string[]) =>
  world.service.owner.query('update people set perspectives = $2 where id = $1', [
    scene.parent,
    perspectives,
  ]);

const SAID = 'query($id: ID!) { node(id: $id) { ... on SeatInvitation { perspective } } }';
async function said(id: string, subject = 'secretary'): Promise<string | null> {
  return (await world.service.ask(subject, SAID, { id })).data.node?.perspective;
}

const APPOINT = `mutation($input: SeatAppointInput!) { seatAppoint(input: $input) {
  errors { code } appointment { id perspective } } }`;
async function appointed({ seat }: Scene, invitationId: string, input = {}) {
  const given = { input: { seatId: nodeId('AdvisorySeat', seat), invitationId, ...input } };
  return (await world.service.ask('secretary', APPOINT, given)).data.seatAppoint.appointment;
}

test('whoever is more than one thing says with a yes as what, and sits there as that', async () => {
  const scene = await sceneOf(BOTH);
  const id = await world.invited(scene);
  const answer = (input: object) => world.answer(scene.subject, id, input);
  const refused = await unchanged(world.service.owner, async () => [
    refusals(await answer({})),
    refusals(await answer({ perspective: 'JONGERE' })),
  ]);
  expect(refused).toEqual([['SAY_AS_WHAT input.perspective'], ['NOT_THEIR_PERSPECTIVE input.perspective']]);
  expect((await answer({ perspective: 'PROFESSIONAL' })).errors).toEqual([]);
  expect(await said(id)).toBe('PROFESSIONAL');
  expect(await said(id, scene.subject)).toBe('PROFESSIONAL');
  expect((await appointed(scene, id)).perspective).toBe('PROFESSIONAL');
});

test('what they said is a default: for as long as they are that, and unless the appointment says otherwise', async () => {
  const sits = async (later: string[], input = {}) => {
    const scene = await sceneOf(BOTH);
    const id = await world.accepted(scene, {}, { perspective: 'PROFESSIONAL' });
    await becomes(scene, later);
    return (await appointed(scene, id, input)).perspective;
  };
  expect(await sits(BOTH, { perspective: 'OUDER' })).toBe('OUDER');
  expect(await sits(['OUDER'])).toBe('OUDER');
});

test('whoever is one thing is asked nothing, and a no says nothing of it', async () => {
  const one = await sceneOf(['PROFESSIONAL']);
  const id = await world.accepted(one);
  expect(await said(id)).toBeNull();
  expect((await appointed(one, id)).perspective).toBe('PROFESSIONAL');
  const both = await sceneOf(BOTH);
  const no = await world.invited(both);
  const declined = { accept: false, declineKind: 'NO_TIME', perspective: 'PROFESSIONAL' };
  expect((await world.answer(both.subject, no, declined)).errors).toEqual([]);
  expect(await said(no, both.subject)).toBeNull();
});

test('a former member who says yes anew as something else goes on as that in another term', async () => {
  const scene = await sceneOf(BOTH);
  const first = await world.accepted(scene, {}, { perspective: 'OUDER' });
  const on = '2026-11-24';
  const term = await appointed(scene, first, { from: '2026-06-01', until: on });
  expect(term.perspective).toBe('OUDER');
  const END =
    'mutation($input: SeatAppointmentEndInput!) { seatAppointmentEnd(input: $input) { errors { code } } }';
  const over = { id: term.id, on, reason: 'TERM_COMPLETED' };
  const ended = await world.service.ask('secretary', END, { input: over });
  expect(ended.data.seatAppointmentEnd.errors).toEqual([]);
  const former = { ervaringsdeskundigeId: null, formerAppointmentId: term.id };
  const { invitation, errors } = await world.create('secretary', scene, former);
  expect(errors).toEqual([]);
  const yes = { perspective: 'PROFESSIONAL' };
  expect((await world.answer(scene.subject, invitation.id, yes)).errors).toEqual([]);
  const AGAIN = `mutation($input: SeatReappointInput!) { seatReappoint(input: $input) {
    errors { code } appointment { perspective } } }`;
  const again = await world.service.ask('secretary', AGAIN, { input: { id: term.id } });
  expect(again.data.seatReappoint).toEqual({ errors: [], appointment: yes });
});

test('who was told no name is not told as what they said yes once it is taken back', async () => {
  const scene = await sceneOf(BOTH);
  const id = await world.accepted(scene, {}, { perspective: 'PROFESSIONAL' });
  await world.withdraw(scene.subject, id);
  expect([await said(id), await said(id, scene.subject)]).toEqual([null, 'PROFESSIONAL']);
});

describe('on the page', () => {
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
  const send = async (url: string, form?: Record<string, string>) => {
    const payload = new URLSearchParams(form).toString();
    const { app } = world.service;
    return form ? app.inject({ method: 'POST', url, headers: FORM, payload }) : app.inject(url);
  };

  async function mailed(address: string): Promise<string> {
    await world.at('2026-11-25T10:05:00Z');
    const email = (await world.emails()).findLast(({ header }) => header('to') === address);
    return /https:\/\/okn\.example(\/seats\/answer\?token=[\w.-]+)/.exec(email!.body)![1]!;
  }

  test('it asks as what, in the words of the parent, and takes nothing else', async () => {
    const scene = await sceneOf(BOTH, 'beide@example.org');
    const id = await world.invited(scene);
    const url = await mailed('beide@example.org');
    const { body } = await send(url);
    expect(body).toContain('<label for="perspective">Hoe denkt u dan mee?</label>');
    expect(body).toContain(
      'required><option value="">Kies</option><option value="OUDER">Als ouder</option><option value="PROFESSIONAL">Als professional</option></select>',
    );
    for (const perspective of ['', 'constructor', 'JONGERE']) {
      const refused = await unchanged(world.service.owner, () => send(url, { answer: 'yes', perspective }));
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain(
        perspective === 'JONGERE' ? 'Zo doet deze persoon niet mee.' : 'op meer dan één manier bekend',
      );
    }
    expect((await send(url, { answer: 'yes', perspective: 'PROFESSIONAL' })).statusCode).toBe(200);
    expect(await said(id)).toBe('PROFESSIONAL');
  });

  test('in English for whoever reads that', async () => {
    const scene = await sceneOf(BOTH, 'english@example.org');
    await world.service.owner.query(`update people set language = 'en' where id = $1`, [scene.parent]);
    await world.invited(scene);
    const { body } = await send(await mailed('english@example.org'));
    expect(body).toContain('How would you take part?');
    expect(body).toContain('<option value="PROFESSIONAL">As a professional</option>');
  });

  test('it asks nothing of whoever is one thing, nor of a nominee, known or not', async () => {
    await world.invited(await sceneOf(['OUDER'], 'een@example.org'));
    expect((await send(await mailed('een@example.org'))).body).not.toContain('perspective');

    const known = await sceneOf(BOTH, 'bekend@example.org');
    const nominee = {
      name: { givenName: 'Quirine', familyName: 'Proefpersoon' },
      email: 'bekend@example.org',
      source: 'de medezeggenschapsraad',
    };
    const { invitation } = await world.create('secretary', known, { ervaringsdeskundigeId: null, nominee });
    const url = await mailed('bekend@example.org');
    expect((await send(url)).body).not.toContain('perspective');
    expect((await send(url, { answer: 'yes', perspective: 'JONGERE' })).statusCode).toBe(200);
    expect(await said(invitation.id)).toBeNull();
  });
});
