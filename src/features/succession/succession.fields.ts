import { Arg, Args, Extensions, FieldResolver, Int, Resolver } from 'type-graphql';
import { connection, many, one, readByEngine, Reads } from '../../reads/mapping.js';
import { constant, sql } from '../../reads/sql.js';
import { Oudernetwerk } from '../oudernetwerken/oudernetwerk.type.js';
import { Region } from '../regions/region.type.js';
import { HandoverItem, HandoverTemplateItem } from './handover/handover.type.js';
import { templateOf } from './handover/handover-template.js';
import { SuccessionPlan, SuccessionPlanConnection, SuccessionPlanPage } from './succession-plan.type.js';
import { SuccessorCandidate } from './candidates/successor-candidate.type.js';
import { SuccessorSuggestion } from './candidates/suggestion.type.js';
import { suggestionsFor } from './candidates/suggestions.js';

const DEFAULT_SUGGESTIONS = 10;

@Resolver(() => Oudernetwerk)
export class OudernetwerkSuccession {
  @Reads(connection({ where: (network, plan) => sql`${plan}.oudernetwerk_id = ${network}.id` }))
  @FieldResolver(() => SuccessionPlanConnection, {
    description: 'Succession plans, open and closed; latest first.',
  })
  successionPlans(
    @Args(() => SuccessionPlanPage) _page: SuccessionPlanPage,
  ): InstanceType<typeof SuccessionPlanConnection> {
    return readByEngine();
  }
}

@Resolver(() => SuccessionPlan)
export class SuccessionPlanFields {
  @Reads(
    many({
      from: suggestionsFor,
      where: (_plan, suggestion, { first }) =>
        sql`${suggestion}.place <= least(${first?.parameter ?? constant(DEFAULT_SUGGESTIONS)}::integer, 100)`,
      orderBy: (suggestion) => sql`${suggestion}.place`,
    }),
  )
  @Extensions({ cost: 50 })
  @FieldResolver(() => [SuccessorSuggestion], {
    description:
      'People who might be asked, most points first: members, co-trekkers, former members and trekkers, ' +
      'and parents and ervaringsdeskundigen of the region who would like to lead. Visible to those who see ' +
      'its candidates; empty for others and if the plan is closed.',
  })
  suggestions(
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_SUGGESTIONS,
      description: 'Number of suggestions, at most 100.',
    })
    _first?: number,
  ): SuccessorSuggestion[] {
    return readByEngine();
  }
}

@Resolver(() => SuccessorCandidate)
export class SuccessorCandidateFields {
  @Reads(one('plan_id'))
  @FieldResolver(() => SuccessionPlan, { description: 'The succession plan in which they are a candidate.' })
  plan(): SuccessionPlan {
    return readByEngine();
  }
}

@Resolver(() => HandoverItem)
export class HandoverItemFields {
  @Reads(one('plan_id'))
  @FieldResolver(() => SuccessionPlan, { description: 'The succession plan it belongs to.' })
  plan(): SuccessionPlan {
    return readByEngine();
  }
}

@Resolver(() => Region)
export class RegionHandoverTemplate {
  @Reads(
    many({
      from: (region) => templateOf(sql`${region}.id`),
      where: () => sql`true`,
      orderBy: (item) => sql`${item}.position, ${item}.key`,
    }),
  )
  @FieldResolver(() => [HandoverTemplateItem], {
    description:
      'The initial checklist for handovers in this region: its own, else that of the nearest region above ' +
      'that has one, else the default.',
  })
  handoverTemplate(): HandoverTemplateItem[] {
    return readByEngine();
  }
}
