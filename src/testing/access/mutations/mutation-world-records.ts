import type { Client } from 'pg';
import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';

type Inputs = Record<string, Record<string, unknown>>;

const aboutActivity = { kind: 'MEETING', on: '2026-11-02', title: 'Bijeenkomst', attendance: 12 };
const period = { from: '2026-12-01', until: '2027-12-01' };
const reason = 'Verkeerd ingevuld';

/**
 * A good input for every mutation about members, support, caretakers and activities, each on a network of its own in a
 * region (uuid). And others, where one field excludes another.
 */
export async function recordInputs(
  owner: Client,
  make: Makers,
  region: string,
): Promise<{ readonly inputs: Inputs; readonly instead: Record<string, Inputs> }> {
  const organisation = async () => nodeId('Organisation', await make.organisation(region));
  const person = async () => nodeId('Person', await make.person(region));
  const network = () => make.network(region, { activeFrom: '2026-01-01' });
  const active = async () => nodeId('Oudernetwerk', await network());
  const caretakership = async () =>
    nodeId(
      'Caretakership',
      await make.caretakership(await make.network(region), await make.organisation(region)),
    );
  const support = async () =>
    nodeId('SupportArrangement', await make.support(await network(), await make.organisation(region)));
  const membership = async () =>
    nodeId('Membership', await make.membership(await network(), await make.person(region)));
  const activity = async () => nodeId('Activity', await make.activity(await network(), '2026-11-01'));
  const planned = async (of?: string, on = '2026-11-20') => {
    const id = await make.activity(of ?? (await network()), on);
    await owner.query(
      'update activities set planned_on = held_on, held_on = null, attendance = null where id = $1',
      [id],
    );
    return nodeId('Activity', id);
  };
  const planning = async () => {
    const id = await network();
    await planned(id, '2026-12-10');
    return nodeId('Oudernetwerk', id);
  };
  const engaged = async () => ({
    oudernetwerkId: await active(),
    organisationId: await organisation(),
    period,
  });

  const inputs = {
    caretakershipStart: await engaged(),
    caretakershipEnd: { id: await caretakership(), on: '2026-12-31' },
    supportStart: { ...(await engaged()), hoursPerMonth: 7.5 },
    supportEnd: { id: await support(), on: '2026-12-31' },
    caretakershipAnnul: { id: await caretakership(), reason },
    caretakershipCorrect: {
      id: await caretakership(),
      reason,
      patch: { organisationId: await organisation(), from: '2026-02-01', until: '2027-01-01' },
    },
    supportAnnul: { id: await support(), reason },
    supportCorrect: {
      id: await support(),
      reason,
      patch: {
        organisationId: await organisation(),
        hoursPerMonth: 7.5,
        from: '2026-02-01',
        until: '2027-01-01',
      },
    },
    membershipAnnul: { id: await membership(), reason },
    membershipCorrect: {
      id: await membership(),
      reason,
      patch: {
        personId: await person(),
        perspective: 'OUDER',
        from: '2026-02-01',
        until: '2027-01-01',
      },
    },
    membershipStart: { oudernetwerkId: await active(), personId: await person(), from: '2026-12-01' },
    membershipEnd: { id: await membership(), on: '2026-12-31' },
    activityRecord: { oudernetwerkId: await active(), ...aboutActivity },
    messageSend: { oudernetwerkId: await active(), subject: 'Bijeenkomst', text: 'Tot donderdag' },
    activityPlan: {
      oudernetwerkId: await active(),
      kind: 'MEETING',
      on: '2026-12-10',
      startTime: '19:30',
      place: 'De Brug',
      title: 'Bijeenkomst',
    },
    activitiesExport: { oudernetwerkId: await planning() },
    listExport: {
      kind: 'MEMBERS',
      purpose: 'ATTENDANCE',
      format: 'CSV',
      filter: { oudernetwerkId: await active() },
    },
    activityHeld: { id: await planned(), on: '2026-11-20', attendance: 8 },
    activityCorrect: {
      id: await activity(),
      patch: { ...aboutActivity, startTime: '20:00', place: 'De Kiem' },
    },
    activityRemove: { id: await activity() },
  };
  const instead = {
    membershipStart: {
      newcomer: {
        oudernetwerkId: await active(),
        newcomer: {
          name: { givenName: 'Anna', infix: 'van den', familyName: 'Berg' },
          perspectives: ['OUDER'],
          language: 'nl',
          contact: { email: 'anna@voorbeeld.nl', phone: '0612345678' },
        },
        from: '2026-12-01',
      },
    },
  };
  return { inputs, instead };
}
