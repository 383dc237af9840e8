import { ConnectionHandler } from 'relay-runtime';
import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../makers/makers.js';
import { ProfileMakers } from '../makers/profile-makers.js';
import { SeatMakers } from '../makers/seat-makers.js';
import { type Json, startTestService, type TestService } from '../test-service.js';
import type { ClientApp } from './client-app.js';
import { relayApp } from './compile-relay.js';
import { RelayUser } from './relay-user.js';

let app: ClientApp;
let service: TestService;
let secretary: RelayUser;
let parent: RelayUser;
let seatId: string;
let ervaringsdeskundigeId: string;

beforeAll(async () => {
  app = await relayApp();
  service = await startTestService();
  const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
  const make = new Makers(service.owner);
  const seats = new SeatMakers(service.owner);
  const region = await make.region('JZ06');
  const personId = await make.person(region, { given: 'Demi', family: 'Proefpersoon' });
  const profile = await new ProfileMakers(service.owner).profile(personId);
  ervaringsdeskundigeId = nodeId('Ervaringsdeskundige', profile);
  seatId = nodeId('AdvisorySeat', await seats.seat(await seats.body(region)));
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('parent', { personId });
  secretary = new RelayUser(app, { address, subject: 'secretary' });
  parent = new RelayUser(app, { address, subject: 'parent' });
});
afterAll(async () => {
  await service.close();
  app.remove();
});

test('the app of a secretary shows the name once the parent has accepted in theirs; and the parent sees that', async () => {
  const page = await secretary.show('invitationsPageQuery', { count: 5 }, 'invitationsPage_invitations');
  const invitations = () => page.now().seatInvitations.edges.map(({ node }: Json) => node);
  expect(invitations()).toEqual([]);

  const { invitationCreate } = await secretary.commit('createInvitationMutation', {
    input: { seatId, ervaringsdeskundigeId, message: 'Wilt u meedenken over passend onderwijs?' },
    connections: [ConnectionHandler.getConnectionID('client:root', 'invitationsPage_seatInvitations')],
  });
  expect(invitationCreate.errors).toEqual([]);
  expect(invitations()).toMatchObject([{ status: 'ASKED', person: null }]);

  const mine = await parent.show('myInvitationsQuery', { count: 5 }, 'myInvitations_viewer', 'viewer');
  expect(mine.now().person.seatInvitations.nodes).toMatchObject([
    { status: 'ASKED', message: 'Wilt u meedenken over passend onderwijs?' },
  ]);
  const { id } = invitations()[0];
  const { invitationAnswer } = await parent.commit('answerInvitationMutation', {
    input: { id, accept: true },
  });
  expect(invitationAnswer.errors).toEqual([]);
  expect(mine.now().person.seatInvitations.nodes).toMatchObject([{ status: 'ACCEPTED' }]);

  await page.again();
  expect(invitations()).toMatchObject([
    { id, status: 'ACCEPTED', person: { displayName: 'Demi Proefpersoon' } },
  ]);
  await mine.again();
  expect(mine.now().person.accessLog.edges).toMatchObject([{ node: { what: 'NAME_AND_CONTACT' } }]);
});
