import { type Sql, join, literal, numbered, raw, sql, numeral } from '../../../reads/sql.js';

export interface TemplateItem {
  readonly key: string;
  readonly labelNl: string;
  readonly labelEn: string;
  readonly mandatory: boolean;
  /** due this many days before the target day of the plan */
  readonly daysBefore: number;
}

/** What a trekker hands over, unless a region decides otherwise; in display order. */
export const DEFAULT_TEMPLATE: readonly TemplateItem[] = [
  {
    key: 'CONTACTS',
    labelNl: 'De contacten van het netwerk',
    labelEn: 'The contacts of the network',
    mandatory: true,
    daysBefore: 60,
  },
  {
    key: 'AGENDA',
    labelNl: 'De agenda voor het komende jaar',
    labelEn: 'The agenda for the coming year',
    mandatory: true,
    daysBefore: 60,
  },
  {
    key: 'INTRODUCTIONS',
    labelNl: 'Kennismaken met de tafels en de partners',
    labelEn: 'Introductions to the tables and the partners',
    mandatory: false,
    daysBefore: 45,
  },
  {
    key: 'AGREEMENTS',
    labelNl: 'Afspraken met scholen, gemeente en partners',
    labelEn: 'Agreements with schools, municipality and partners',
    mandatory: true,
    daysBefore: 30,
  },
  {
    key: 'RUNNING_SIGNALS',
    labelNl: 'Signalen van ouders die nog lopen',
    labelEn: 'Signals of parents that are still running',
    mandatory: true,
    daysBefore: 30,
  },
  {
    key: 'MONEY',
    labelNl: 'Geld: budget, declaraties en rekening',
    labelEn: 'Money: budget, expenses and account',
    mandatory: false,
    daysBefore: 30,
  },
  {
    key: 'ACCESS',
    labelNl: 'Toegang tot mail en bestanden',
    labelEn: 'Access to mail and files',
    mandatory: true,
    daysBefore: 14,
  },
];

/**
 * The checklist that applies to a region: its own, else that of the nearest region above that has one, else the
 * default. A FROM item with the columns position, key, label_nl, label_en, mandatory and days_before.
 */
export function templateOf(region: Sql): Sql {
  return sql`with recursive above as (
      select id, parent_id, 0 as step from regions where id = ${region}
      union all
      select r.id, r.parent_id, step + 1 from regions r join above a on r.id = a.parent_id
    ),
    nearest as (
      select id from above where exists (select from handover_template_items i where i.region_id = above.id)
      order by step limit 1
    )
    select position, key, label_nl, label_en, mandatory, days_before
    from handover_template_items where region_id = (select id from nearest)
    union all
    select * from (values ${DEFAULT_ROWS}) standard (position, key, label_nl, label_en, mandatory, days_before)
    where not exists (select from nearest)`;
}

const DEFAULT_ROWS = join(
  DEFAULT_TEMPLATE.map(
    ({ key, labelNl, labelEn, mandatory, daysBefore }, position) =>
      sql`(${numeral(position)}, ${literal(key)}, ${literal(labelNl)}, ${literal(labelEn)}, ${raw(
        String(mandatory),
      )}, ${numeral(daysBefore)})`,
  ),
  ', ',
);

/** The same for a write: `$1` is the region. */
export const TEMPLATE_OF_REGION = numbered(templateOf(raw('$1::uuid'))).text;
