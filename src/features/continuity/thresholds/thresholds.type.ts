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

/** What a region or network may set for itself. The defaults are in `thresholds_of` (source: DOMAIN.md). */
export const THRESHOLDS: Readonly<Record<keyof Thresholds, Threshold>> = {
  tenureGuidelineMonths: {
    min: 1,
    max: 240,
    meaning: 'Months that a trekker goes on, as a rule of thumb; 36 unless set.',
  },
  termLimitMonths: {
    min: 1,
    max: 240,
    meaning: 'Months after which a trekkerschap must end; null = no limit, unless set.',
  },
  endsSoonMonths: {
    min: 1,
    max: 36,
    meaning: 'Months before the last expected end from which it counts; 12 unless set.',
  },
  leaveTogetherDays: {
    min: 1,
    max: 365,
    meaning: 'Trekkers whose expected ends are at most so many days apart leave together; 90 unless set.',
  },
  supportEndingMonths: {
    min: 1,
    max: 36,
    meaning: 'Months before the last support ends from which it counts; 6 unless set.',
  },
  inactiveDays: {
    min: 1,
    max: 730,
    meaning: 'Days without activity after which a network is inactive; 120 unless set.',
  },
  mostRoles: {
    min: 1,
    max: 50,
    meaning: 'Roles that a trekker can carry at once, networks and seats together; 3 unless set.',
  },
  tieConfirmedMonths: {
    min: 1,
    max: 60,
    meaning: 'Months after which a school tie should be confirmed again; 12 unless set.',
  },
  leadMonths: {
    min: 1,
    max: 36,
    meaning: 'Months before an expected end from which the service opens a succession plan; 9 unless set.',
  },
};

@Table(ContinuityThresholdsEntity, { identified: false })
@ObjectType({
  description:
    'From when something counts, as it holds here: as set here, or by the nearest region above, or the default.',
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
  description: 'From when something counts, for one region and all below it, or for one network.',
})
export class ContinuityThresholdsSetInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'For this region; or give a network.' })
  regionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this network; or give a region.' })
  oudernetwerkId?: string | null;
}

/** Both types have a field for each threshold; where it is left out it stays as it is, null goes back to what holds above. */
for (const [name, { min, max, meaning }] of Object.entries(THRESHOLDS)) {
  const nullable = name === 'termLimitMonths';
  Field(() => Int, { nullable, description: meaning })(ContinuityThresholds.prototype, name);
  Reads(value((row) => sql`${row}.${raw(`"${name}"`)}`))(ContinuityThresholds.prototype, name);
  const description = `${meaning} ${min} to ${max}; left out = as it is, null = as the region above has it.`;
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
  @FieldResolver(() => ContinuityThresholds, { description: 'From when something counts in this region.' })
  continuityThresholds(): ContinuityThresholds {
    return readByEngine();
  }
}

@Resolver(() => Oudernetwerk)
export class OudernetwerkThresholds {
  @Reads(oneFrom((network) => held(sql`${network}.region_id`, sql`${network}.id`)))
  @FieldResolver(() => ContinuityThresholds, { description: 'From when something counts for this network.' })
  continuityThresholds(): ContinuityThresholds {
    return readByEngine();
  }
}
