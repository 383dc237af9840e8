import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { isBefore } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import { about } from '../../../writes/events.js';
import { nodeOf } from '../../../kernel/node-id.js';
import { find } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { LONGEST_WORDS } from '../../regions/agreements/answer-agreement.js';
import { RegionAgreementEntity } from '../../regions/agreements/region-agreement.entity.js';
import { RegionEntity } from '../../regions/region.entity.js';
import { lastDayBefore } from '../../oudernetwerken/network-end.js';
import { OudernetwerkEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { AdvisoryBodyEntity } from '../advisory.entity.js';
import type { RegionAgreementAskInput } from './agreement.inputs.js';

const SUBJECT = ['input', 'subjectId'];
const REGION = ['input', 'regionId'];

/** A body or network that wants to work in a region that is not its own; nothing changes before that region agrees. */
export const askAgreement: UseCase<RegionAgreementAskInput, { regionAgreement: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const { homeRegionId, ...subject } = await askingSubject(tx, input.subjectId);
    const region = await find(tx, RegionEntity, input.regionId, REGION);
    if (region.kind === 'LAND') throw failure('WHOLE_COUNTRY', REGION);
    if (await isOwn(tx, homeRegionId, region)) throw failure('OWN_REGION', REGION);
    const period = { from: input.from ?? tx.today, until: input.until ?? null };
    const checks = new Checks();
    checks.day(period.from, ['input', 'from'], tx.today, tx.today.add({ years: 2 }));
    checks.day(period.until, ['input', 'until'], tx.today, furthestDay(tx));
    checks.period(period, ['input', 'until']);
    const motivation = checks.text(input.motivation, ['input', 'motivation'], LONGEST_WORDS);
    const responsibilities = checks.optionalText(
      input.responsibilities,
      ['input', 'responsibilities'],
      LONGEST_WORDS,
    );
    checks.done();
    const id = uuid();
    insert(tx, RegionAgreementEntity, {
      id,
      ...subject,
      homeRegionId,
      regionId: region.id,
      askedBy: tx.viewer.accountId,
      askedOn: tx.today,
      motivation,
      responsibilities,
      period,
    });
    tx.record({
      name: 'regionAgreement.asked',
      ...about('RegionAgreement', { id, regionId: homeRegionId }),
      details: { subjectId: subject.bodyId ?? subject.oudernetwerkId, regionId: region.id },
    });
    return { regionAgreement: id };
  },
};

type Subject = Pick<RegionAgreementEntity, 'homeRegionId'> &
  (
    | { readonly bodyId: string; readonly oudernetwerkId?: never }
    | { readonly oudernetwerkId: string; readonly bodyId?: never }
  );

/** What is to work elsewhere as well: it goes on, and the viewer manages it. */
async function askingSubject(tx: Tx, id: string): Promise<Subject> {
  const { type } = nodeOf(id, ['AdvisoryBody', 'Oudernetwerk'], SUBJECT);
  if (type === 'AdvisoryBody') {
    const body = await find(tx, AdvisoryBodyEntity, id, SUBJECT);
    allow(manages(tx.viewer, body.regionId));
    const { endedOn } = body;
    if (endedOn && !isBefore(tx.today, endedOn)) throw failure('BODY_ENDED', SUBJECT, { on: endedOn });
    return { bodyId: body.id, homeRegionId: body.regionId };
  }
  const network = await find(tx, OudernetwerkEntity, id, SUBJECT);
  allow(manages(tx.viewer, network.regionId));
  const on = lastDayBefore(tx, network);
  if (on) throw failure('NETWORK_ENDED', SUBJECT, { on });
  return { oudernetwerkId: network.id, homeRegionId: network.regionId };
}

async function isOwn(tx: Tx, homeRegionId: string, region: RegionEntity): Promise<boolean> {
  const found = await tx.query('select from regions_below($1) below where below = $2', [
    homeRegionId,
    region.id,
  ]);
  return found.length > 0;
}
