import { Arg, Extensions, FieldResolver, Resolver } from 'type-graphql';
import * as v from 'valibot';
import { JsonShape } from '../../../db/json-shape.js';
import { DateScalar } from '../../../graphql/scalars.js';
import { earliest, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { type Computing, NodeRef } from '../../../reads/computed.js';
import { computed, oneFrom, oneWhere, readByEngine, Reads, stored } from '../../../reads/mapping.js';
import { sql, viewerDay, numeral } from '../../../reads/sql.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Trekkerschap } from '../../oudernetwerken/trekkerschap/trekkerschap.type.js';
import { assess, RULE_VERSION } from './assess.js';
import { Continuity, ExpectedEnd } from './continuity.type.js';
import { type Evidence, type Finding, findingMessage, ACTIONS } from '../../worklist/findings.js';
import { NETWORK_FACTS, type NetworkFacts } from './network-facts.js';

/** One assessment takes about as long as reading that many objects. */
const COMPUTED_COST = 25;

/** Null for viewers who are not insiders of the network. */
const SEEN_FACTS = new JsonShape(NETWORK_FACTS.name, v.nullable(NETWORK_FACTS.schema));

@Resolver(() => Oudernetwerk)
export class OudernetwerkContinuity {
  @Reads(
    stored({
      stored: oneFrom(
        (network) => sql`select c.oudernetwerk_id, coalesce(c.band, 'UNKNOWN') as band, c.secured_until,
          coalesce(c.computed_at, ${viewerDay}::date::timestamp at time zone 'Europe/Amsterdam') as computed_at,
          coalesce(c.rule_version, ${numeral(RULE_VERSION)}) as rule_version
          from (select ${network}.id) n left join continuities c on c.oudernetwerk_id = n.id`,
      ),
      asked: ({ on }) => on !== undefined,
      computed: computed(
        (network, { on }) =>
          sql`(select facts from continuity_facts(array[${network}.id], ${on!.parameter}::date))`,
        SEEN_FACTS,
        (facts, { on }, computing) => continuityOn(facts, on as PlainDate, computing),
      ),
    }),
  )
  @Extensions({ cost: ({ on }: { on?: unknown }) => (on ? COMPUTED_COST : 0) })
  @FieldResolver(() => Continuity, {
    description:
      'The assessment of how secure the network’s future is: for today as stored, or for another day on ' +
      'the assumption that nothing changes until then.',
  })
  continuity(
    @Arg('on', () => DateScalar, { nullable: true, description: 'Reference day; defaults to today.' })
    _on?: PlainDate,
  ): Continuity {
    return readByEngine();
  }
}

@Resolver(() => Trekkerschap)
export class TrekkerschapExpectedEnd {
  @Reads(oneWhere((trekkerschap, end) => sql`${end}.trekkerschap_id = ${trekkerschap}.id`))
  @FieldResolver(() => ExpectedEnd, {
    nullable: true,
    description:
      'When it is expected to end, and why; null if it has ended. Visible to insiders of the network and ' +
      'the trekker.',
  })
  expectedEnd(): ExpectedEnd | null {
    return readByEngine();
  }
}

function continuityOn(facts: NetworkFacts | null, on: PlainDate, { viewer, now }: Computing) {
  const made = { computedAt: now.toString(), ruleVersion: RULE_VERSION };
  if (!facts || facts.status === 'ENDED' || isBefore(on, firstDay(facts)))
    return { band: 'UNKNOWN', securedUntil: null, findings: [], ...made };
  const { band, securedUntil, findings } = assess(facts, on);
  return { band, securedUntil, findings: findings.map((each) => shownFinding(each, viewer.locale)), ...made };
}

/** Before it there was nothing to assess. */
function firstDay({ activeFrom, createdOn, trekkerschappen }: NetworkFacts): PlainDate {
  return earliest(createdOn, activeFrom ?? createdOn, ...trekkerschappen.map(({ from }) => from));
}

/** A finding as the API returns it. */
export function shownFinding(finding: Finding, locale: Computing['viewer']['locale']) {
  const { code, severity, since, dueOn, evidence, action } = finding;
  return {
    code,
    severity,
    since,
    dueOn,
    message: findingMessage(finding, locale),
    evidence: evidence.map(reference),
    suggestedAction: shownAction(action, locale),
  };
}

/** A next step as the API returns it. */
export function shownAction({ code, on }: Finding['action'], locale: Computing['viewer']['locale']) {
  return { code, message: ACTIONS.text(code, locale), subject: reference(on) };
}

function reference({ type, id }: Evidence): NodeRef {
  return new NodeRef(type, id);
}
