import { blocks } from '../../testing/documents.js';
import type { TestService } from '../../testing/test-service.js';
import { startDemoOn } from './testing/demo-service.js';

const SECRETARY = 'demo-secretary-JZ14';
const PARENT = 'demo-parent-fatma';
const TUTORIAL = 'docs/tutorials/filling-a-seat.md';
const STEPS = blocks(TUTORIAL, 'graphql');

let service: TestService;

async function run(subject: string, document: string, variables = {}) {
  const { data, errors } = await service.ask(subject, document, variables);
  expect(errors).toBeUndefined();
  // the payload of a mutation
  for (const answer of Object.values<{ errors?: unknown } | null>(data)) {
    if (answer?.errors) expect(answer.errors).toEqual([]);
  }
  return data;
}

afterEach(() => service.close());

test.each(['2026-11-23', '2026-12-31', '2027-07-31', '2028-02-29'])(
  'what a secretary and a parent paste from the tutorial on %s fills a seat, and the name is known from the yes on',
  async (on) => {
    service = await startDemoOn(on);
    expect(STEPS).toHaveLength(10);
    const [open, who, ask, asked, answer, known, appoint, schedule, take, log] = STEPS;

    const { nodes } = (await run(SECRETARY, open!)).advisorySeats;
    expect(nodes.map(({ status }: { status: string }) => status).sort()).toEqual([
      'ENDS_SOON',
      ...Array.from({ length: 4 }, () => 'VACANT'),
    ]);

    const { matches } = await run(SECRETARY, who!);
    const [shown] = blocks(TUTORIAL, 'json').map((block) => JSON.parse(block));
    const { nodes: best, ...counts } = shown;
    expect(matches).toMatchObject({ ...counts, totalCount: 8, hiddenForConsent: 5 });
    expect(matches.nodes.slice(0, 3)).toMatchObject(best);

    const { invitation } = (await run(SECRETARY, ask!)).invitationCreate;
    expect(invitation).toMatchObject({ status: 'ASKED', person: null });
    const id = { id: invitation.id };
    expect((await run(SECRETARY, known!, id)).node).toEqual({ status: 'ASKED', person: null });

    const mine = (await run(PARENT, asked!)).viewer.person.seatInvitations.nodes;
    expect(mine).toMatchObject([
      { id: invitation.id, askedThrough: { name: 'Ouderkring Enschede en Hengelo (demo)' } },
    ]);
    expect((await run(PARENT, log!)).viewer.person.accessLog.nodes).toEqual([]);
    expect((await run(PARENT, answer!, id)).invitationAnswer.invitation).toMatchObject({
      status: 'ACCEPTED',
      answeredOn: on,
    });

    expect((await run(SECRETARY, known!, id)).node).toMatchObject({
      status: 'ACCEPTED',
      person: { displayName: 'Fatma Voorbeeldoğlu', contact: { email: expect.stringContaining('@') } },
    });
    expect((await run(SECRETARY, appoint!, id)).seatAppoint).toMatchObject({
      appointment: { person: { displayName: 'Fatma Voorbeeldoğlu' }, period: { from: on }, termNumber: 1 },
      seat: { status: 'FILLED' },
    });

    const years = (await run(SECRETARY, schedule!)).advisoryBody.retirementSchedule;
    expect(years.flatMap(({ leaving }: { leaving: unknown[] }) => leaving)).toMatchObject([
      { appointment: { person: { displayName: 'Fatma Voorbeeldoğlu' } }, mayBeReappointed: true },
    ]);
    const { url } = (await run(SECRETARY, take!)).retirementScheduleExport;
    const file = await service.app.inject({ method: 'GET', url: url.slice(new URL(url).origin.length) });
    expect(file.headers['content-disposition']).toContain('.xlsx');
    expect((await run(PARENT, log!)).viewer.person.accessLog.nodes).toMatchObject([
      { what: 'NAME_EXPORTED', why: 'RETIREMENT_SCHEDULE', who: 'Demo-secretaris Twente' },
      { what: 'CONTACT', why: 'LOOKED_UP', who: 'Demo-secretaris Twente' },
      { what: 'NAME_AND_CONTACT', why: 'INVITATION_ACCEPTED', who: 'Demo-secretaris Twente' },
    ]);
  },
);
