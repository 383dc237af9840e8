import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { unlessSo } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { RegionEntity } from '../../regions/region.entity.js';
import { checkLabels } from './checklist-checks.js';
import type { HandoverTemplateSetInput } from './handover.inputs.js';

const MOST_ITEMS = 50;
const MOST_DAYS_BEFORE = 730;

/**
 * The region's own checklist, as a whole; without items, that of the region above applies again. Plans in progress
 * keep theirs.
 */
export const setHandoverTemplate: UseCase<HandoverTemplateSetInput, { region: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const region = await find(tx, RegionEntity, input.regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const checks = new Checks();
    const items = input.items.map((item, position) => {
      const at = ['input', 'items', String(position)];
      checks.number(item.daysBefore, [...at, 'daysBefore'], 0, MOST_DAYS_BEFORE);
      const { mandatory, daysBefore } = item;
      return { position, ...checkLabels(checks, item, at), mandatory, daysBefore };
    });
    checks.list(
      items.map(({ key }) => key),
      ['input', 'items'],
    );
    if (items.length > MOST_ITEMS) checks.refuse('TOO_MANY_ITEMS', ['input', 'items'], { limit: MOST_ITEMS });
    checks.done();
    // two writers at once: the row of a region is not theirs to lock
    tx.send(`select pg_advisory_xact_lock(hashtextextended('handover_template ' || $1, 0))`, [region.id]);
    const before = await tx.query<object>(
      `select position, key, label_nl as "labelNl", label_en as "labelEn", mandatory, days_before as "daysBefore"
       from handover_template_items where region_id = $1 order by position`,
      [region.id],
    );
    unlessSo({ items: before }, { items }, { region: region.id });
    tx.send('delete from handover_template_items where region_id = $1', [region.id]);
    tx.send(
      `insert into handover_template_items (region_id, position, key, label_nl, label_en, mandatory, days_before)
       select $1, position, key, "labelNl", "labelEn", mandatory, "daysBefore" from jsonb_to_recordset($2) as item
         (position integer, key text, "labelNl" text, "labelEn" text, mandatory boolean, "daysBefore" integer)`,
      [region.id, JSON.stringify(items)],
    );
    tx.record({
      name: 'handoverTemplate.set',
      ...about('Region', { id: region.id, regionId: region.id }),
      details: { keys: items.map(({ key }) => key) },
    });
    return { region: region.id };
  },
};
