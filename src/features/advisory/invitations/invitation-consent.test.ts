import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { type InvitationWorld, refusals, type Scene, startInvitationWorld } from '../testing/invitations.js';

const GIVE = `mutation ($input: FindableConsentGiveInput!) { done: findableConsentGive(input: $input) { errors { code } } }`;
const TAKE_BACK = `mutation ($input: FindableConsentWithdrawInput!) {
  done: findableConsentWithdraw(input: $input) { errors { code } } }`;
const TEXT = '{ findableConsentText { version } }';

let world: InvitationWorld;
beforeEach(async () => {
  world = await startInvitationWorld();
});
afterEach(() => world.close());

async function done(scene: Scene, mutation: string, rest: object = {}, as = scene.subject): Promise<void> {
  const input = { ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', scene.profile), ...rest };
  const { data, errors } = await world.service.ask(as, mutation, { input });
  expect(errors).toBeUndefined();
  expect(data.done.errors).toEqual([]);
}
async function give(scene: Scene, scope: string): Promise<void> {
  const { data } = await world.service.ask(scene.subject, TEXT);
  await done(scene, GIVE, { scopes: [scope], textVersion: data.findableConsentText.version });
}
const statusOf = async (id: string) =>
  (
    await world.service.owner.query(
      `select concat_ws(' ', status, withdrawn_because, closed_on) as status from seat_invitations where id = $1`,
      [parseNodeId(id)!.uuid],
    )
  ).rows[0].status;
async function emailsAfter(instant: string) {
  await world.forgetEmails();
  await world.at(instant);
  return (await world.emails()).filter(({ name }) => name.includes('-invitation'));
}

test('a parent who withdraws consent is no longer invited; the sender hears only that no answer will come', async () => {
  const scene = await world.scene({ email: 'quirine@example.org' });
  const id = await world.invited(scene);
  await world.at('2026-11-25T10:05:00Z');
  await done(scene, TAKE_BACK);
  expect(await statusOf(id)).toBe('WITHDRAWN CONSENT_WITHDRAWN 2026-11-25');
  expect(refusals(await world.answer(scene.subject, id))).toEqual(['INVITATION_CLOSED input.id']);
  const [email, ...others] = await emailsAfter('2026-11-25T11:00:00Z');
  expect(others).toEqual([]);
  expect(email!.header('to')).toBe('secretary@example.org');
  expect(email!.body).toContain('komt geen antwoord meer');
  const { rows } = await world.service.owner.query('select pseudonym from ervaringsdeskundigen');
  expect(email!.raw + email!.body).not.toContain(rows[0].pseudonym);
  expect(email!.raw + email!.body).not.toMatch(/Quirine|toestemming/);
  const SEEN = '{ seatInvitations { totalCount } }';
  expect((await world.service.ask('secretary', SEEN)).data.seatInvitations.totalCount).toBe(0);
  expect((await world.service.ask(scene.subject, SEEN)).data.seatInvitations.totalCount).toBe(1);
});

test('so it is when their coordinator writes it down for them', async () => {
  const scene = await world.scene();
  const id = await world.invited(scene);
  await done(scene, TAKE_BACK, { channel: 'PHONE' }, 'coordinator');
  expect(await statusOf(id)).toBe('WITHDRAWN CONSENT_WITHDRAWN 2026-11-25');
});

test('a yes stays a yes to that body, and may be taken back by itself', async () => {
  const scene = await world.scene();
  const id = await world.accepted(scene);
  await done(scene, TAKE_BACK);
  expect(await statusOf(id)).toBe('ACCEPTED');
  const SEEN = '{ seatInvitations { nodes { status person { displayName } } } }';
  const seen = (await world.service.ask('secretary', SEEN)).data.seatInvitations.nodes;
  expect(seen).toEqual([{ status: 'ACCEPTED', person: { displayName: 'Quirine Proefpersoon' } }]);
  await world.withdraw(scene.subject, id);
  expect((await world.service.ask('secretary', SEEN)).data.seatInvitations.nodes).toEqual([]);
});

test('a parent who narrows their consent to their own region is no longer invited from elsewhere', async () => {
  const abroad = await world.scene({ home: world.elsewhere, consent: 'COUNTRY' });
  const here = await world.scene({ consent: 'COUNTRY' });
  const [far, near] = [await world.invited(abroad), await world.invited(here)];
  await give(abroad, 'COUNTRY');
  expect(await statusOf(far)).toBe('ASKED');
  await give(abroad, 'REGION');
  await give(here, 'REGION');
  expect([await statusOf(far), await statusOf(near)]).toEqual([
    'WITHDRAWN CONSENT_WITHDRAWN 2026-11-25',
    'ASKED',
  ]);
});

test('an invitation sent while the consent was valid may be answered after it expired', async () => {
  const scene = await world.scene({ consent: null });
  await world.profiles.consent(scene.parent, 'REGION', '2026-11-30');
  const id = await world.invited(scene);
  world.service.travelTo('2026-12-01T10:00:00Z');
  const SEEN = '{ seatInvitations { nodes { status person { displayName } } } }';
  expect((await world.service.ask('secretary', SEEN)).data.seatInvitations.nodes).toEqual([]);
  expect((await world.answer(scene.subject, id)).errors).toEqual([]);
  const seen = (await world.service.ask('secretary', SEEN)).data.seatInvitations.nodes;
  expect(seen).toEqual([{ status: 'ACCEPTED', person: { displayName: 'Quirine Proefpersoon' } }]);
});
