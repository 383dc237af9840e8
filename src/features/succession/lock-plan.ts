import type { Tx } from '../../db/transaction.js';
import { find, findLocked, lockSeen, uuidOf } from '../../writes/find.js';
import { failure } from '../../kernel/failure.js';
import { OudernetwerkEntity } from '../oudernetwerken/oudernetwerk.entity.js';
import { HandoverItemEntity, SuccessionPlanEntity, SuccessorCandidateEntity } from './succession.entity.js';

interface Locked {
  readonly plan: SuccessionPlanEntity;
  readonly network: OudernetwerkEntity;
}

interface Named {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

const PATH = ['input', 'id'];

/**
 * A plan and its network: the network is locked first, as in every change of its leadership, so that of two sessions
 * the second sees what the first one did.
 */
export async function lockPlan(tx: Tx, input: Named): Promise<Locked> {
  const { oudernetwerkId } = await find(tx, SuccessionPlanEntity, input.id, PATH);
  const network = await lockSeen(tx, OudernetwerkEntity, oudernetwerkId, PATH);
  return { network, plan: await findLocked(tx, SuccessionPlanEntity, input) };
}

/** The plan that something is added to. */
export async function lockPlanNamed(tx: Tx, planId: string, path: readonly string[]): Promise<Locked> {
  const { id, oudernetwerkId } = await find(tx, SuccessionPlanEntity, planId, path);
  const network = await lockSeen(tx, OudernetwerkEntity, oudernetwerkId, path);
  return { network, plan: await lockSeen(tx, SuccessionPlanEntity, id, path) };
}

export async function lockCandidate(
  tx: Tx,
  input: Named,
): Promise<Locked & { candidate: SuccessorCandidateEntity }> {
  const { planId, oudernetwerkId } = await find(tx, SuccessorCandidateEntity, input.id, PATH);
  const locked = await lockPlanOf(tx, planId, oudernetwerkId);
  return { ...locked, candidate: await findLocked(tx, SuccessorCandidateEntity, input) };
}

export async function lockItem(tx: Tx, input: Named): Promise<Locked & { item: HandoverItemEntity }> {
  const { planId, oudernetwerkId } = await find(tx, HandoverItemEntity, input.id, PATH);
  const locked = await lockPlanOf(tx, planId, oudernetwerkId);
  return { ...locked, item: await findLocked(tx, HandoverItemEntity, input) };
}

async function lockPlanOf(tx: Tx, planId: string, oudernetwerkId: string): Promise<Locked> {
  const network = await lockSeen(tx, OudernetwerkEntity, oudernetwerkId, PATH);
  return { network, plan: await lockSeen(tx, SuccessionPlanEntity, planId, PATH) };
}

/** The candidate of this plan with that id; NOT_FOUND otherwise. */
export async function candidateOf(
  tx: Tx,
  plan: SuccessionPlanEntity,
  candidateId: string,
): Promise<SuccessorCandidateEntity> {
  const path = ['input', 'candidateId'];
  const id = uuidOf(candidateId, 'SuccessorCandidate', path);
  const candidate = await tx.manager.findOneBy(SuccessorCandidateEntity, { id, planId: plan.id });
  if (!candidate) throw failure('NOT_FOUND', path);
  return candidate;
}

export function refuseClosed({ closedOn }: SuccessionPlanEntity, path: readonly string[] = PATH): void {
  if (closedOn) throw failure('PLAN_CLOSED', path, { on: closedOn });
}
