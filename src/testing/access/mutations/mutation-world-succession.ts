import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';

/** A good input for every mutation about successors, each on records of its own in a region (uuid). */
export async function successionInputs(
  make: Makers,
  region: string,
): Promise<Record<string, Record<string, unknown>>> {
  const person = async () => nodeId('Person', await make.person(region));
  const plan = async () => make.successionPlan(await make.network(region));
  const planId = async () => nodeId('SuccessionPlan', await plan());
  const led = async () => {
    const uuid = await make.network(region);
    const tenure = await make.trekkerschap(uuid, await make.person(region), '[2026-01-01,)');
    return { uuid, tenure };
  };
  const toOpen = await led();
  const toComplete = await led();
  const planToComplete = await make.successionPlan(toComplete.uuid, toComplete.tenure);
  const candidate = async (of: string, stage?: string) =>
    nodeId('SuccessorCandidate', await make.candidate(of, await make.person(region), stage));

  return {
    successionOpen: {
      oudernetwerkId: nodeId('Oudernetwerk', toOpen.uuid),
      trekkerschapId: nodeId('Trekkerschap', toOpen.tenure),
      targetOn: '2027-07-31',
    },
    successionRetarget: { id: await planId(), expectedVersion: 1, targetOn: '2027-06-30' },
    successionStop: { id: await planId(), expectedVersion: 1, reason: 'Toch niet nodig' },
    successionComplete: {
      id: nodeId('SuccessionPlan', planToComplete),
      expectedVersion: 1,
      candidateId: await candidate(planToComplete, 'READY'),
      on: '2026-12-31',
      from: '2026-12-01',
      role: 'TREKKER',
      reason: 'TERM_COMPLETED',
      motivation: 'De rest volgt',
    },
    candidateAdd: {
      planId: await planId(),
      personId: await person(),
      rank: 1,
      readiness: 'SIX_MONTHS',
      stage: 'APPROACHED',
      nextStepOn: '2026-12-01',
      motivation: 'Belde zelf',
    },
    candidateMove: {
      id: await candidate(await plan()),
      expectedVersion: 1,
      stage: 'DECLINED',
      reason: 'Nu niet',
      readiness: 'NOW',
      rank: 2,
      nextStepOn: '2026-12-01',
    },
    candidateAnnul: { id: await candidate(await plan()), expectedVersion: 1, reason: 'Vergissing' },
    candidateCorrect: {
      id: await candidate(await plan()),
      expectedVersion: 1,
      reason: 'Vergissing',
      patch: {
        personId: await person(),
        stage: 'DECLINED',
        endReason: 'Nu niet',
        endedOn: '2026-11-01',
        readiness: 'NOW',
        rank: 2,
      },
    },
    handoverItemSet: {
      id: nodeId('HandoverItem', await make.handoverItem(await plan())),
      expectedVersion: 1,
      ownerId: await person(),
      dueOn: '2027-01-01',
      doneOn: '2026-11-20',
    },
    handoverItemAdd: {
      planId: await planId(),
      key: 'KEYS',
      labelNl: 'De sleutels',
      labelEn: 'The keys',
      mandatory: true,
      ownerId: await person(),
      dueOn: '2027-01-01',
    },
    handoverTemplateSet: {
      regionId: nodeId('Region', region),
      items: [{ key: 'KEYS', labelNl: 'De sleutels', labelEn: 'The keys', mandatory: true, daysBefore: 30 }],
    },
  };
}
