import { together } from '../../db/statements.js';
import type { Tx } from '../../db/transaction.js';
import { findLocked, lockOwner, lockSeen, uuidOf, type VersionedId } from '../../writes/find.js';
import { failure } from '../../kernel/failure.js';
import { lockedFirst, lockNetworkOf } from '../oudernetwerken/lock-network.js';
import type { OudernetwerkEntity } from '../oudernetwerken/oudernetwerk.entity.js';
import { HandoverItemEntity, SuccessionPlanEntity, SuccessorCandidateEntity } from './succession.entity.js';

interface Locked {
  readonly plan: SuccessionPlanEntity;
  readonly network: OudernetwerkEntity;
}

const PATH = ['input', 'id'];

/**
 * A plan that somebody works on, and its network: the network is locked first, as in every change of its leadership, so
 * that of two sessions the second sees what the first one did.
 */
export async function lockPlan(tx: Tx, input: VersionedId): Promise<Locked> {
  const [network, plan] = await lockedFirst(
    lockNetworkOf(tx, SuccessionPlanEntity, input.id, PATH),
    findLocked(tx, SuccessionPlanEntity, input),
  );
  return touched(tx, { network, plan });
}

/** The plan that something is added to. */
export async function lockPlanNamed(tx: Tx, planId: string, path: readonly string[]): Promise<Locked> {
  const uuid = uuidOf(planId, 'SuccessionPlan', path);
  const [network, plan] = await lockedFirst(
    lockNetworkOf(tx, SuccessionPlanEntity, planId, path),
    lockSeen(tx, SuccessionPlanEntity, uuid, path),
  );
  return touched(tx, { network, plan });
}

export async function lockCandidate(
  tx: Tx,
  input: VersionedId,
): Promise<Locked & { candidate: SuccessorCandidateEntity }> {
  const [locked, candidate] = await together(
    lockPlanOf(tx, SuccessorCandidateEntity, input.id),
    findLocked(tx, SuccessorCandidateEntity, input),
  );
  return { ...locked, candidate };
}

export async function lockItem(tx: Tx, input: VersionedId): Promise<Locked & { item: HandoverItemEntity }> {
  const [locked, item] = await together(
    lockPlanOf(tx, HandoverItemEntity, input.id),
    findLocked(tx, HandoverItemEntity, input),
  );
  return { ...locked, item };
}

async function lockPlanOf(
  tx: Tx,
  entity: new () => SuccessorCandidateEntity | HandoverItemEntity,
  id: string,
): Promise<Locked> {
  const part = { entity, owner: 'planId' } as const;
  const [network, plan] = await lockedFirst(
    lockNetworkOf(tx, entity, id, PATH),
    lockOwner(tx, SuccessionPlanEntity, part, id, PATH),
  );
  return touched(tx, { network, plan });
}

function touched(tx: Tx, locked: Locked): Locked {
  tx.send('update succession_plans set touched = true where id = $1 and not touched', [locked.plan.id]);
  return locked;
}

/** Opened by hand, or somebody worked on it since. What is not goes with what it follows from. */
export async function isTouched(
  tx: Tx,
  { id, openedBecause, touched: isWorkedOn }: SuccessionPlanEntity,
): Promise<boolean> {
  if (openedBecause === 'BY_HAND' || isWorkedOn) return true;
  return tx.manager.existsBy(SuccessorCandidateEntity, { planId: id });
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
