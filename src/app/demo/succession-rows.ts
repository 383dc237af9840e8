import { day } from '../../kernel/clock.js';
import { isEnded, statusOf } from '../../features/succession/candidates/candidate-stages.js';
import { DEFAULT_TEMPLATE } from '../../features/succession/handover/handover-template.js';
import type { DemoDays } from './demo-days.js';
import { demoId } from './demo-ids.js';
import type { DemoPlaces } from './demo-places.js';
import type { DemoNetwork, DemoRegion } from './stories/demo-story.js';
import type { TableRows } from './insert-table.js';
import type { DemoCandidate, DemoHandoverItem, DemoSuccession } from './stories/succession-story.js';

/** Succession plans with their candidates and handovers. */
export function successionRows(
  { code, networks }: DemoRegion,
  days: DemoDays,
  places: DemoPlaces,
): readonly TableRows[] {
  const region_id = places.region(code);
  const plans = networks.flatMap((network) =>
    (network.successions ?? []).map((succession) => ({ network, succession })),
  );
  const ofEach = <Item>(
    itemsOf: (succession: DemoSuccession) => readonly Item[],
    rowOf: (item: Item, succession: DemoSuccession, key: string, i: number) => object,
  ) =>
    plans.flatMap(({ network, succession }) =>
      itemsOf(succession).map((item, i) => ({
        plan_id: planId(network, succession),
        oudernetwerk_id: demoId('network', network.key),
        region_id,
        ...rowOf(item, succession, network.key, i),
      })),
    );
  return [
    {
      table: 'succession_plans',
      rows: plans.map(({ network, succession }) => ({
        region_id,
        ...planRow(network, succession, days),
      })),
    },
    {
      table: 'successor_candidates',
      rows: ofEach(
        ({ candidates }) => candidates,
        (candidate, { follows }, key, i) => candidateRow(candidate, [key, follows], i + 1, days),
      ),
    },
    {
      table: 'handover_items',
      rows: ofEach(
        ({ handover }) => handover ?? [],
        (item, succession, key) => itemRow(item, succession, [key, succession.follows], days),
      ),
    },
  ];
}

function planId({ key }: DemoNetwork, { follows }: DemoSuccession): string {
  return demoId('plan', key, follows);
}

function planRow(network: DemoNetwork, succession: DemoSuccession, days: DemoDays) {
  const { follows, because, opened, completed, candidates } = succession;
  const target = targetOf(succession, days);
  const appointed = candidates.find(({ stage }) => stage === 'APPOINTED');
  return {
    id: planId(network, succession),
    oudernetwerk_id: demoId('network', network.key),
    trekkerschap_id: demoId('trekkerschap', network.key, follows),
    status: completed === undefined ? statusOf(candidates.map(({ stage }) => stage)) : 'COMPLETED',
    opened_on: days.at(opened),
    opened_because: because,
    opened_for: because === 'LEAD_TIME' ? target : null,
    target_on: target,
    closed_on: completed === undefined ? null : days.at(completed),
    successor_id: appointed ? demoId('trekkerschap', network.key, appointed.who) : null,
  };
}

function candidateRow(
  { who, readiness, stage, next, ended }: DemoCandidate,
  plan: readonly string[],
  rank: number,
  days: DemoDays,
) {
  if (isEnded(stage) !== Boolean(ended)) throw new Error(`demo candidate ${who}: ${stage} without its end`);
  return {
    id: demoId('candidate', ...plan, who),
    person_id: demoId('person', who),
    rank,
    readiness,
    stage,
    next_step_on: next === undefined ? null : days.at(next),
    decline_reason: ended?.reason ?? null,
    ended_on: ended ? days.at(ended.at) : null,
  };
}

function itemRow(
  { key, owner, due, done }: DemoHandoverItem,
  succession: DemoSuccession,
  plan: readonly string[],
  days: DemoDays,
) {
  const position = DEFAULT_TEMPLATE.findIndex((item) => item.key === key);
  const standard = DEFAULT_TEMPLATE[position];
  if (!standard) throw new Error(`no item ${key} on the checklist`);
  const byTarget = day(targetOf(succession, days)).subtract({ days: standard.daysBefore }).toString();
  return {
    id: demoId('handover', ...plan, key),
    position,
    key,
    label_nl: standard.labelNl,
    label_en: standard.labelEn,
    mandatory: standard.mandatory,
    owner_person_id: owner ? demoId('person', owner) : null,
    days_before: due === undefined ? standard.daysBefore : null,
    due_on: due === undefined ? byTarget : days.at(due),
    done_on: done === undefined ? null : days.at(done),
  };
}

function targetOf({ target }: DemoSuccession, days: DemoDays): string {
  return 'before' in target ? days.before(target.before) : days.endOfMonth(target.endOfMonth);
}
