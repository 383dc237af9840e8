import { calendarDay, code, optional, required } from './column-rules.js';
import { goneCodes } from './known-codes.js';
import type { ReferenceFile } from './reference-file.js';
import { referenceId } from './reference-ids.js';
import { upsert } from './upsert.js';

type Column = 'code' | 'label_nl' | 'label_en' | 'parent_code' | 'retired_on';

const themeCode = code(/^[A-Z][A-Z0-9_]{1,39}$/, 'PASSEND_ONDERWIJS');

/**
 * The initial managed list of themes, two levels deep. A theme that was created or changed by hand stays as it is;
 * one that is gone from the file stays too, because networks use it.
 */
export const themesFile: ReferenceFile<Column> = {
  name: 'themes.csv',
  dependsOn: [],
  columns: {
    code: themeCode,
    label_nl: required,
    label_en: required,
    parent_code: optional(themeCode),
    retired_on: optional(calendarDay),
  },
  key: ['code'],
  checkRows(rows) {
    const tops = new Set(rows.filter((row) => row.values.parent_code === '').map((row) => row.values.code));
    return rows
      .filter(({ values }) => values.parent_code !== '' && !tops.has(values.parent_code))
      .map(({ line, values }) => ({
        line,
        column: 'parent_code',
        value: values.parent_code,
        reason: 'is not a theme without a parent in this file',
      }));
  },
  async write(client, rows) {
    const themes = rows.map(({ values }) => ({
      id: referenceId('theme', values.code),
      code: values.code,
      label_nl: values.label_nl,
      label_en: values.label_en,
      parent_code: values.parent_code || null,
      parent: values.parent_code === '' ? null : referenceId('theme', values.parent_code),
      retired_on: values.retired_on || null,
    }));
    const change = await upsert(client, 'themes', UPSERT_THEMES, themes);
    const codes = themes.map((theme) => theme.code);
    return {
      changes: [change],
      gone: await goneCodes(client, 'select code from themes where not by_hand', codes),
    };
  },
};

const UPSERT_THEMES = `
  insert into themes as t (id, code, label_nl, label_en, parent_id, retired_on)
  select given.id, given.code, given.label_nl, given.label_en, coalesce(above.parent_id, above.id, given.parent),
    given.retired_on
  from jsonb_to_recordset($1::jsonb) as given
    (id uuid, code text, label_nl text, label_en text, parent_code text, parent uuid, retired_on date)
  -- one that was made by hand has an id of its own, and may stand below another by now
  left join themes above on above.code = given.parent_code
  on conflict (code) do update set version = t.version + 1, label_nl = excluded.label_nl, label_en = excluded.label_en,
    parent_id = excluded.parent_id, retired_on = excluded.retired_on
  where not t.by_hand and (t.label_nl, t.label_en, t.parent_id, t.retired_on) is distinct from
    (excluded.label_nl, excluded.label_en, excluded.parent_id, excluded.retired_on)`;
