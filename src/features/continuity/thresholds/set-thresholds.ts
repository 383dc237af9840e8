import { v7 as uuid } from 'uuid';
import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { unlessSo } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { hasRole } from '../../../kernel/viewer.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinatorsAndAdmins, manages } from '../../access/policies.js';
import { lockNetwork } from '../../oudernetwerken/lock-network.js';
import { RegionEntity } from '../../regions/region.entity.js';
import { ContinuityThresholdsEntity } from '../continuity.entity.js';
import type { Thresholds } from '../assessment/network-facts.js';
import { type ContinuityThresholdsSetInput, THRESHOLDS } from './thresholds.type.js';

type Set = { region: string | null; oudernetwerk: string | null };

/** A coordinator for their region or a network in it; a national admin for the country. */
export const setThresholds: UseCase<ContinuityThresholdsSetInput, Set> = {
  policy: coordinatorsAndAdmins,
  async run(tx, input) {
    const changes = changed(input);
    if ((input.regionId == null) === (input.oudernetwerkId == null))
      throw failure('ONE_OF_TWO', ['input', 'regionId']);
    if (input.oudernetwerkId != null) {
      const network = await lockNetwork(tx, input.oudernetwerkId, ['input', 'oudernetwerkId']);
      allow(manages(tx.viewer, network.regionId));
      return set(tx, { regionId: null, oudernetwerkId: network.id }, changes, network.regionId);
    }
    const region = await find(tx, RegionEntity, input.regionId!, ['input', 'regionId']);
    allow(region.kind === 'LAND' ? hasRole(tx.viewer, 'ADMIN') : manages(tx.viewer, region.id));
    return set(tx, { regionId: region.id, oudernetwerkId: null }, changes, region.id);
  },
};

function changed(input: ContinuityThresholdsSetInput): Partial<Thresholds> {
  const checks = new Checks();
  const changes: Record<string, number | null> = {};
  for (const [name, { min, max }] of Object.entries(THRESHOLDS)) {
    const given = (input as Partial<Record<string, number | null>>)[name];
    if (given === undefined) continue;
    checks.number(given, ['input', name], min, max);
    changes[name] = given;
  }
  checks.done();
  return changes;
}

async function set(
  tx: Tx,
  of: { regionId: string | null; oudernetwerkId: string | null },
  changes: Partial<Thresholds>,
  regionId: string,
): Promise<Set> {
  const refs = { region: of.regionId, oudernetwerk: of.oudernetwerkId };
  const where = of.regionId ? { regionId: of.regionId } : { oudernetwerkId: of.oudernetwerkId! };
  const before = await tx.manager.findOneBy(ContinuityThresholdsEntity, where);
  unlessSo<Partial<ContinuityThresholdsEntity>>(before ?? {}, changes, refs);
  tx.send(
    `insert into continuity_thresholds (id, region_id, oudernetwerk_id) values ($1, $2, $3) on conflict do nothing`,
    [uuid(), of.regionId, of.oudernetwerkId],
  );
  update(tx, ContinuityThresholdsEntity, where, changes);
  tx.record({
    name: 'continuityThresholds.set',
    ...about(of.regionId ? 'Region' : 'Oudernetwerk', { id: of.regionId ?? of.oudernetwerkId!, regionId }),
    details: { ...changes },
  });
  return refs;
}
