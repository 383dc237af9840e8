import { Field, FieldResolver, ID, InputType, Int, ObjectType, Resolver } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { oneFrom, readByEngine, Reads, Table, value } from '../../../reads/mapping.js';
import { raw, type Sql, sql } from '../../../reads/sql.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Region } from '../../regions/region.type.js';
import { ContinuityThresholdsEntity } from '../continuity.entity.js';
import type { Thresholds } from '../assessment/network-facts.js';

interface Threshold {
  readonly min: number;
  readonly max: number;
  readonly meaning: string;
}

/** The thresholds that a region or network may set. The defaults are in `thresholds_of`. */
export const THRESHOLDS: Readonly<Record<keyof Thresholds, Threshold>> = {
  tenureGuidelineMonths: {
    min: 1,
    max: 240,
    meaning: 'Guideline for the length of a trekker’s tenure, in months; default 36.',
  },
  termLimitMonths: {
    min: 1,
    max: 240,
    meaning: 'Maximum length of a trekkerschap in months; null if there is no limit, which is the default.',
  },
  endsSoonMonths: {
    min: 1,
    max: 36,
    meaning: 'Months before the last expected end from which a network counts as ending soon; default 12.',
  },
  leaveTogetherDays: {
    min: 1,
    max: 365,
    meaning:
      'Maximum number of days between the expected ends of trekkers for them to count as leaving together; ' +
      'default 90.',
  },
  supportEndingMonths: {
    min: 1,
    max: 36,
    meaning:
      'Months before the end of the last support arrangement from which it counts as ending; default 6.',
  },
  inactiveDays: {
    min: 1,
    max: 730,
    meaning: 'Days without activity after which a network counts as inactive; default 120.',
  },
  mostRoles: {
    min: 1,
    max: 50,
    meaning: 'Number of roles that a trekker can carry at once, networks and seats combined; default 3.',
  },
  tieConfirmedMonths: {
    min: 1,
    max: 60,
    meaning: 'Months after which a school tie should be confirmed again; default 12.',
  },
  leadMonths: {
    min: 1,
    max: 36,
    meaning: 'Months before an expected end at which the service opens a succession plan; default 9.',
  },
};

@Table(ContinuityThresholdsEntity, { identified: false })
@ObjectType({
  description:
    'Thresholds that apply here: those set here, else those of the nearest region above, else the ' +
    'defaults.',
})
export class ContinuityThresholds implements Thresholds {
  tenureGuidelineMonths: number;
  termLimitMonths: number | null;
  endsSoonMonths: number;
  leaveTogetherDays: number;
  supportEndingMonths: number;
  inactiveDays: number;
  mostRoles: number;
  tieConfirmedMonths: number;
  leadMonths: number;
}

@InputType({
  description: 'Sets thresholds for one region and those below it, or for one network.',
})
export class ContinuityThresholdsSetInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The region to set them for; give either this or a network.',
  })
  regionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The network to set them for; give either this or a region.',
  })
  oudernetwerkId?: string | null;
}

/** Both types have a field for each threshold. */
for (const [name, { min, max, meaning }] of Object.entries(THRESHOLDS)) {
  const nullable = name === 'termLimitMonths';
  Field(() => Int, { nullable, description: meaning })(ContinuityThresholds.prototype, name);
  Reads(value((row) => sql`${row}.${raw(`"${name}"`)}`))(ContinuityThresholds.prototype, name);
  const description = `${meaning} Range ${min} to ${max}; kept if omitted, null to use that of the region above.`;
  Field(() => Int, { nullable: true, description })(ContinuityThresholdsSetInput.prototype, name);
}

const held = (region: Sql, network: Sql) => {
  const columns = raw(
    Object.keys(THRESHOLDS)
      .map((name) => `"${name}" integer`)
      .join(', '),
  );
  return sql`select * from jsonb_to_record(thresholds_of(${region}, ${network})) as held (${columns})`;
};

@Resolver(() => Region)
export class RegionThresholds {
  @Reads(oneFrom((region) => held(sql`${region}.id`, raw('null'))))
  @FieldResolver(() => ContinuityThresholds, { description: 'Thresholds that apply to this region.' })
  continuityThresholds(): ContinuityThresholds {
    return readByEngine();
  }
}

@Resolver(() => Oudernetwerk)
export class OudernetwerkThresholds {
  @Reads(oneFrom((network) => held(sql`${network}.region_id`, sql`${network}.id`)))
  @FieldResolver(() => ContinuityThresholds, { description: 'Thresholds that apply to this network.' })
  continuityThresholds(): ContinuityThresholds {
    return readByEngine();
  }
}
