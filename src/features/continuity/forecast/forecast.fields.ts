import { Arg, Extensions, FieldResolver, Int, Resolver } from 'type-graphql';
import * as v from 'valibot';
import { type Checked, dayOrNull, JsonShape, periodEntries, periodPairs } from '../../../db/json-shape.js';
import type { Computing } from '../../../reads/computed.js';
import { computed, readByEngine, Reads } from '../../../reads/mapping.js';
import { raw, sql } from '../../../reads/sql.js';
import { seesInside } from '../../access/policies.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { requireBetween } from '../../../reads/argument.js';
import { ENOUGH_TENURES, forecast } from './forecast.js';
import { SurvivalPoint } from './forecast.type.js';
import { type SurvivalCurve, survivalCurve } from './survival.js';

const MONTHS = 24;
const MOST_MONTHS = 120;
/** The cost of the tenures of a region, which networks of one region share. */
const COST = 5;

const MATERIAL = new JsonShape(
  'forecast',
  v.object({
    id: v.string(),
    regionId: v.string(),
    trekkerschappen: v.array(v.object({ personId: v.string(), ...periodEntries, plannedOn: dayOrNull })),
  }),
);
type Material = Checked<typeof MATERIAL>;

@Resolver(() => Oudernetwerk)
export class OudernetwerkForecast {
  @Reads(
    computed(
      (network, { months }) => {
        requireBetween(months, 1, MOST_MONTHS);
        return sql`json_build_object('id', ${network}.id, 'regionId', ${network}.region_id, 'trekkerschappen', (
        select coalesce(json_agg(json_build_object('personId', t.person_id, ${raw(periodPairs('t.period'))},
          'plannedOn', t.planned_end_on) order by lower(t.period), t.id), '[]')
        from trekkerschappen t where t.oudernetwerk_id = ${network}.id and not is_substitute(t.id)))`;
      },
      MATERIAL,
      foretell,
    ),
  )
  @Extensions({
    cost: COST,
    assumedSize: ({ months }: { months?: number | null }) => Math.min(months ?? MONTHS, MOST_MONTHS),
  })
  @FieldResolver(() => [SurvivalPoint], {
    description:
      'Probability that the network still has a trekker, month by month from next month on. Visible to ' +
      'insiders; empty for others.',
  })
  forecast(
    @Arg('months', () => Int, {
      nullable: true,
      defaultValue: MONTHS,
      description: `Number of months, 1 to ${MOST_MONTHS}.`,
    })
    _months?: number,
  ): SurvivalPoint[] {
    return readByEngine();
  }
}

async function foretell(
  network: Material,
  { months }: { readonly months?: number | null },
  computing: Computing,
) {
  // others see at most their own trekkerschap, which says little about the network
  if (!seesInside(computing.viewer, network)) return [];
  const sample = await sampleFor(network.regionId, computing);
  return forecast(network.trekkerschappen, sample, computing.viewer.today, months ?? MONTHS);
}

async function sampleFor(regionId: string, computing: Computing) {
  const curves = computing.loader(TENURES, (regions: readonly string[]) => curvesOf(regions, computing));
  const curve = await curves.load(regionId);
  if (curve.count >= ENOUGH_TENURES) return { curve, basis: 'REGION' as const };
  return { curve: await curves.load(COUNTRY), basis: 'COUNTRY' as const };
}

/** Stands for the whole country among the ids of regions. */
const COUNTRY = '';

const TENURES = {
  key: 'tenures',
  text: `select json_agg((
      select coalesce(json_agg(json_build_object('days', days, 'ended', ended, 'count', count)), '[]')
      from tenures_of(nullif(region, '')::uuid, $2::date)
    ) order by place)::text
    from unnest($1::text[]) with ordinality asked (region, place)`,
};

const SAMPLES = new JsonShape(
  'tenures_of',
  v.array(v.array(v.object({ days: v.number(), ended: v.boolean(), count: v.number() }))),
);

async function curvesOf(regions: readonly string[], { read, viewer }: Computing): Promise<SurvivalCurve[]> {
  const samples = await read({ ...TENURES, values: [regions, viewer.today.toString()] });
  return SAMPLES.parse(samples).map(survivalCurve);
}
