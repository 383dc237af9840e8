import { type InvitationWorld, startInvitationWorld } from '../../features/advisory/testing/invitations.js';

let world: InvitationWorld;
beforeAll(async () => {
  world = await startInvitationWorld();
});
afterAll(() => world.close());

const RULE =
  /Volgens het reglement kunt u deze zetel niet vervullen als u werknemer of raadslid bent van (.*)\./;
const CLASH = /In uw gegevens staat dat u werknemer bent van (.*)\. Alleen u/;

test('who is invited reads what the body excludes, and what of that is on their own record; the seeker does not', async () => {
  const scene = await world.scene({ email: 'quirine@example.org' });
  const other = { ...(await world.scene({ email: 'ander@example.org' })), seat: scene.seat };
  const { owner } = world.service;
  const organisation = await world.make.organisation(world.region);
  await owner.query(
    `update advisory_bodies set incompatible_kinds = '{EMPLOYEE,COUNCIL_MEMBER}' where id = $1`,
    [scene.body],
  );
  await owner.query('insert into advisory_body_organisations values ($1, $2)', [scene.body, organisation]);
  await world.profiles.incompatibility(scene.profile, { organisation });
  await world.profiles.incompatibility(scene.profile, { organisation, period: '[2020-01-01,2026-11-25)' });
  await world.profiles.incompatibility(scene.profile, { organisation, kind: 'BOARD_MEMBER' });
  const { rows } = await owner.query('select name from organisations where id = $1', [organisation]);
  const { name } = rows[0] as { name: string };

  const id = await world.invited(scene);
  await world.invited(other);
  await world.at('2026-11-25T10:05:00Z');
  const emails = await world.emails();
  const to = (address: string) => emails.find(({ header }) => header('to') === address)!.body;
  const link = /https:\/\/okn\.example(\/seats\/answer\?token=[\w.-]+)/.exec(to('quirine@example.org'))![1]!;
  const page = (await world.service.app.inject(link)).body;
  for (const text of [to('quirine@example.org'), page]) {
    expect(RULE.exec(text)![1]).toBe(`${name} of een gemeente in de regio Alkmaar (Noord-Kennemerland)`);
    expect(CLASH.exec(text)![1]).toBe(name);
  }
  expect(page.match(/In uw gegevens staat/g)).toHaveLength(1);
  expect(to('ander@example.org')).toMatch(RULE);
  expect(to('ander@example.org')).not.toContain('In uw gegevens');

  const look = `query($id: ID!) { node(id: $id) { ... on SeatInvitation { declineKind clashes { kind organisation { name } } } } }`;
  const seen = async (who: string) => (await world.service.ask(who, look, { id })).data.node;
  const clashes = [{ kind: 'EMPLOYEE', organisation: { name } }];
  for (const who of [scene.subject, 'coordinator']) expect(await seen(who)).toMatchObject({ clashes });
  await world.answer(scene.subject, id, { accept: false, declineKind: 'OTHER' });
  expect(await seen('secretary')).toEqual({ declineKind: 'OTHER', clashes: [] });
});
