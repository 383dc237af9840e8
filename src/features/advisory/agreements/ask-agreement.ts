import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { isBefore } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { LONGEST_WORDS } from '../../regions/agreements/answer-agreement.js';
import { RegionAgreementEntity } from '../../regions/agreements/region-agreement.entity.js';
import { RegionEntity } from '../../regions/region.entity.js';
import { AdvisoryBodyEntity } from '../advisory.entity.js';
import type { RegionAgreementAskInput } from './agreement.inputs.js';

const REGION = ['input', 'regionId'];

/** A body that wants to work in a region that is not its own; nothing changes before that region agrees. */
export const askAgreement: UseCase<RegionAgreementAskInput, { regionAgreement: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const body = await find(tx, AdvisoryBodyEntity, input.subjectId, ['input', 'subjectId']);
    allow(manages(tx.viewer, body.regionId));
    const region = await find(tx, RegionEntity, input.regionId, REGION);
    if (body.endedOn && !isBefore(tx.today, body.endedOn)) {
      throw failure('BODY_ENDED', ['input', 'subjectId'], { on: body.endedOn });
    }
    if (region.kind === 'LAND') throw failure('WHOLE_COUNTRY', REGION);
    if (await isOwn(tx, body, region)) throw failure('OWN_REGION', REGION);
    const period = { from: input.from ?? tx.today, until: input.until ?? null };
    const checks = new Checks();
    checks.day(period.from, ['input', 'from'], tx.today, tx.today.add({ years: 2 }));
    checks.day(period.until, ['input', 'until'], tx.today, tx.today.add({ years: 10 }));
    checks.period(period, ['input', 'until']);
    const motivation = checks.text(input.motivation, ['input', 'motivation'], LONGEST_WORDS);
    checks.done();
    const id = uuid();
    await tx.manager.insert(RegionAgreementEntity, {
      id,
      bodyId: body.id,
      homeRegionId: body.regionId,
      regionId: region.id,
      askedBy: tx.viewer.accountId,
      askedOn: tx.today,
      motivation,
      period,
    });
    const details = { subjectId: body.id, regionId: region.id };
    const subject = about('RegionAgreement', { id, regionId: body.regionId });
    tx.record({ name: 'regionAgreement.asked', ...subject, details });
    return { regionAgreement: id };
  },
};

async function isOwn(tx: Tx, body: AdvisoryBodyEntity, region: RegionEntity): Promise<boolean> {
  const found = await tx.query('select from regions_below($1) below where below = $2', [
    body.regionId,
    region.id,
  ]);
  return found.length > 0;
}
