import type { Client } from 'pg';
import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';

type Inputs = Record<string, Record<string, unknown>>;

const open = '[2026-01-01,)';
const plannedEnd = { on: '2027-07-31', reason: 'CHILD_LEFT_SCHOOL' };
const reason = 'Verkeerd ingevuld';

/** A good input for every mutation about networks and who leads them, each on a network of its own in a region (uuid). */
export async function networkInputs(
  owner: Client,
  make: Makers,
  region: string,
  municipalityId: string,
): Promise<Inputs> {
  const elsewhere = await make.region('JZ22');
  const { rows: themes } = await owner.query<{ id: string }>(
    'select id from themes where retired_on is null order by code limit 1',
  );
  const organisation = async () => nodeId('Organisation', await make.organisation(region));
  const person = async () => nodeId('Person', await make.person(region));
  const network = () => make.network(region, { activeFrom: '2026-01-01' });
  const forming = async () => nodeId('Oudernetwerk', await make.network(region));
  const active = async () => nodeId('Oudernetwerk', await network());
  const ending = async () => {
    const uuid = await network();
    await make.plannedEnd(uuid, '2027-07-31');
    return nodeId('Oudernetwerk', uuid);
  };
  const partOfNetwork = async () => {
    const uuid = await network();
    return {
      id: nodeId('Oudernetwerk', uuid),
      expectedVersion: 1,
      new: { name: 'Netwerk Zuid', purpose: 'Dichter bij huis', sectors: ['VO'], meetingRhythm: 'MONTHLY' },
      on: '2026-11-20',
      memberIds: [nodeId('Membership', await make.membership(uuid, await make.person(region)))],
      trekkerIds: [
        nodeId('Trekkerschap', await make.trekkerschap(uuid, await make.person(region), '[2026-02-01,)')),
      ],
      caretakerId: await organisation(),
    };
  };
  const trekkerschap = async (period: string) =>
    nodeId(
      'Trekkerschap',
      await make.trekkerschap(await make.network(region), await make.person(region), period),
    );
  const aboutNetwork = {
    name: 'Netwerk Noord',
    purpose: 'Elkaar helpen',
    municipalityIds: [municipalityId],
    sectors: ['PO'],
    themeIds: [nodeId('Theme', themes[0]!.id)],
    meetingRhythm: 'MONTHLY',
    contactPersonId: await person(),
    responsibleOrganisationId: nodeId('Organisation', await make.organisation(region)),
  };

  return {
    oudernetwerkCreate: { regionId: nodeId('Region', region), ...aboutNetwork },
    oudernetwerkUpdate: {
      id: await forming(),
      expectedVersion: 1,
      patch: { ...aboutNetwork, mailbox: 'netwerk@noord.example' },
    },
    oudernetwerkActivate: { id: await forming(), expectedVersion: 1, on: '2026-11-01' },
    oudernetwerkPause: { id: await active(), expectedVersion: 1 },
    oudernetwerkMove: {
      id: await active(),
      expectedVersion: 1,
      toRegionId: nodeId('Region', elsewhere),
      on: '2027-01-01',
      motivation: 'De meeste leden wonen daar',
    },
    oudernetwerkEnd: { id: await active(), expectedVersion: 1, on: '2026-11-01', reason: 'Klaar' },
    oudernetwerkContinue: { id: await ending(), expectedVersion: 1 },
    oudernetwerkMerge: {
      ids: [await active()],
      into: await active(),
      on: '2026-11-20',
      reason: 'Samen sterker',
    },
    oudernetwerkSplit: await partOfNetwork(),
    oudernetwerkEndTaskDone: { id: await ending(), expectedVersion: 1, task: 'TELL_MEMBERS' },
    oudernetwerkEndAnnul: { id: await ending(), expectedVersion: 1, reason },
    oudernetwerkEndCorrect: {
      id: await ending(),
      expectedVersion: 1,
      reason,
      patch: { on: '2026-11-01', reason: 'Opgegaan in Zuid' },
    },
    oudernetwerkActivationAnnul: { id: await active(), expectedVersion: 1, reason },
    oudernetwerkActivationCorrect: {
      id: await active(),
      expectedVersion: 1,
      reason,
      patch: { on: '2026-03-01' },
    },
    trekkerschapStart: {
      oudernetwerkId: await active(),
      personId: await person(),
      role: 'CO_TREKKER',
      from: '2026-12-01',
      plannedEnd,
    },
    trekkerschapPlanEnd: { id: await trekkerschap(open), expectedVersion: 1, plannedEnd },
    trekkerschapEnd: { id: await trekkerschap(open), expectedVersion: 1, on: '2026-12-31', reason: 'MOVED' },
    trekkerschapHandOver: {
      id: await trekkerschap(open),
      expectedVersion: 1,
      toPersonId: await person(),
      on: '2026-12-31',
      reason: 'TERM_COMPLETED',
      role: 'TREKKER',
    },
    trekkerschapAnnul: { id: await trekkerschap(open), expectedVersion: 1, reason },
    trekkerschapCorrect: {
      id: await trekkerschap(open),
      expectedVersion: 1,
      reason,
      patch: {
        personId: await person(),
        role: 'CO_TREKKER',
        from: '2026-02-01',
        until: '2026-12-31',
        endReason: 'MOVED',
      },
    },
    trekkerschapChangeRole: {
      id: await trekkerschap(open),
      expectedVersion: 1,
      role: 'CO_TREKKER',
      on: '2026-12-31',
    },
    trekkerschapContinue: { id: await trekkerschap('[2026-01-01,2027-01-01)'), expectedVersion: 1 },
  };
}
