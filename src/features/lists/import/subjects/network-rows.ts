import type { Tx } from '../../../../db/transaction.js';
import type { PlainDate } from '../../../../kernel/clock.js';
import { nodeId } from '../../../../kernel/node-id.js';
import { activateOudernetwerk } from '../../../oudernetwerken/life/activate-and-pause.js';
import type { Sector } from '../../../oudernetwerken/oudernetwerk.enums.js';
import { startSupport } from '../../../oudernetwerken/records/save-network-records.js';
import { createOudernetwerk, updateOudernetwerk } from '../../../oudernetwerken/save-oudernetwerk.js';
import { startTrekkerschap } from '../../../oudernetwerken/trekkerschap/start-trekkerschap.js';
import { folded } from '../columns/fields.js';
import { SCHOOLS, SECTORS, wordsIn } from '../columns/words.js';
import type { ImportEntity, RowChange } from '../import.entity.js';
import { does, type Part } from '../rows/part.js';
import type { Row } from '../rows/row.js';
import type { SaidWho } from '../rows/said.js';
import type { Named } from '../rows/vocabulary.js';
import { type Done, nameOfWho, type SubjectRows } from './subject-rows.js';

type SectorCode = keyof typeof Sector;

interface SaidNetwork {
  readonly name: string;
  /** on record under this name */
  readonly known: Named | null;
  readonly sectors: readonly SectorCode[];
  readonly themes: readonly Named[];
  readonly municipalities: readonly Named[];
  readonly support: readonly Named[];
  readonly activeSince: PlainDate | null;
  readonly who: SaidWho | null;
  readonly trekkerSince: PlainDate | null;
}

export const networkRows: SubjectRows<SaidNetwork> = {
  key: ['NETWORK'],

  read(row, { networks, themes, municipalities, organisations }) {
    const name = row.text('NETWORK');
    if (!name) row.require('NETWORK');
    const known = name === null ? null : networks.get(folded(name));
    if (known === null && name !== null)
      row.refuse('UNKNOWN_NETWORK', 'NETWORK', { name: name.slice(0, 60) });
    const said = {
      sectors: sectors(row),
      themes: row.several('THEME', themes, 'UNKNOWN_THEME'),
      municipalities: row.several('MUNICIPALITY', municipalities, 'UNKNOWN_MUNICIPALITY'),
      support: row.several('SUPPORT', organisations, 'UNKNOWN_ORGANISATION'),
      activeSince: row.day('ACTIVE_SINCE'),
      who: row.who(),
      trekkerSince: row.day('TREKKER_SINCE'),
    };
    return name === null ? null : { name, known: known ?? null, ...said };
  },

  nameOf: ({ name }) => name,

  async holders(tx, all) {
    const rows = await tx.query<{ network: string; personId: string }>(
      `select oudernetwerk_id as network, person_id as "personId" from trekkerschappen
       where oudernetwerk_id = any ($1)`,
      [all.flatMap(({ known }) => known?.id ?? [])],
    );
    return ({ known }) =>
      new Set(rows.filter(({ network }) => network === known?.id).map(({ personId }) => personId));
  },

  recorder() {
    /** what earlier rows of the same transaction recorded, by folded name */
    const made = new Map<string, string>();
    return async (tx, of, said, personId) => {
      const known = said.known?.id ?? made.get(folded(said.name));
      const { id, done } = known ? await changed(tx, known, said) : await created(tx, of, said);
      const support = await supported(tx, id, said);
      const leads = said.who && personId ? await led(tx, id, said, said.who, personId) : NOTHING;
      const all = [done, support, leads];
      if (!known && said.activeSince) {
        await does(tx, activateOudernetwerk, { id: nodeId('Oudernetwerk', id), on: said.activeSince });
      }
      made.set(folded(said.name), id);
      const parts = all.flatMap((each) => each.parts);
      return { isNew: !known, changes: known ? all.flatMap((each) => each.changes) : [], parts };
    };
  },
};

function sectors(row: Row): SectorCode[] {
  const written = row.text('SECTOR');
  if (!written) return [];
  const found = wordsIn(written, SECTORS);
  if (found.length > 0) return found;
  if (SCHOOLS.test(folded(written))) return ['PO', 'VO'];
  row.refuse('UNKNOWN_SECTOR', 'SECTOR', { value: written.slice(0, 40) });
  return [];
}

async function created(tx: Tx, { regionId }: ImportEntity, said: SaidNetwork) {
  const { oudernetwerk: id } = await does(tx, createOudernetwerk, {
    name: said.name,
    regionId: nodeId('Region', regionId),
    sectors: [...said.sectors],
    municipalityIds: said.municipalities.map((each) => nodeId('Municipality', each.id)),
    themeIds: said.themes.map((each) => nodeId('Theme', each.id)),
  });
  const parts = [{ kind: 'NETWORK', subjectId: id, personId: null } as const];
  return { id, done: { isNew: true, changes: [], parts } satisfies Done };
}

interface Recorded {
  readonly sectors: SectorCode[];
  readonly themes: string[];
  readonly municipalities: string[];
}

/** What the row says more of a network on record: nothing of what is there goes. */
async function changed(tx: Tx, id: string, said: SaidNetwork): Promise<{ id: string; done: Done }> {
  const [now] = await tx.query<Recorded>(
    `select sectors, array(select theme_id::text from oudernetwerk_themes t where t.oudernetwerk_id = n.id) as themes,
       array(select municipality_id::text from oudernetwerk_municipalities m where m.oudernetwerk_id = n.id)
         as municipalities
     from oudernetwerken n where n.id = $1`,
    [id],
  );
  const { sectors: before, themes, municipalities } = now!;
  const newSectors = said.sectors.filter((each) => !before.includes(each));
  const newThemes = said.themes.filter((each) => !themes.includes(each.id));
  // one that works in the whole region goes on doing so
  const newPlaces =
    municipalities.length === 0
      ? []
      : said.municipalities.filter((each) => !municipalities.includes(each.id));
  const changes: RowChange[] = [
    ...newSectors.map((each) => more('SECTOR', each)),
    ...newThemes.map(({ name }) => more('THEME', name)),
    ...newPlaces.map(({ name }) => more('MUNICIPALITY', name)),
  ];
  if (changes.length === 0) return { id, done: NOTHING };
  const patchOf = (all: Recorded) => ({
    sectors: all.sectors,
    themeIds: all.themes.map((each) => nodeId('Theme', each)),
    municipalityIds: all.municipalities.map((each) => nodeId('Municipality', each)),
  });
  const patch = patchOf({
    sectors: [...before, ...newSectors],
    themes: [...themes, ...newThemes.map((each) => each.id)],
    municipalities: [...municipalities, ...newPlaces.map((each) => each.id)],
  });
  await does(tx, updateOudernetwerk, { id: nodeId('Oudernetwerk', id), patch });
  const part = { kind: 'NETWORK_CHANGED', subjectId: id, personId: null, saidBefore: patchOf(now!) } as const;
  return { id, done: { isNew: false, changes, parts: [part] } };
}

const NOTHING: Done = { isNew: false, changes: [], parts: [] };

function more(field: RowChange['field'], to: string): RowChange {
  return { field, from: null, to };
}

/** From today on, where they do not support it yet: a list does not say since when. */
async function supported(tx: Tx, id: string, { support }: SaidNetwork): Promise<Done> {
  if (support.length === 0) return NOTHING;
  const now = await tx.query<{ id: string }>(
    `select organisation_id as id from support_arrangements
     where oudernetwerk_id = $1 and (upper_inf(period) or upper(period) > $2)`,
    [id, tx.today.toString()],
  );
  const parts: Part[] = [];
  const changes: RowChange[] = [];
  for (const organisation of support.filter((each) => !now.some((one) => one.id === each.id))) {
    const { support: subjectId } = await does(tx, startSupport, {
      oudernetwerkId: nodeId('Oudernetwerk', id),
      organisationId: nodeId('Organisation', organisation.id),
      period: { from: tx.today },
    });
    parts.push({ kind: 'SUPPORT', subjectId, personId: null });
    changes.push(more('SUPPORT', organisation.name));
  }
  return { isNew: false, changes, parts };
}

/** Whoever leads it already does so since the day that is on record. */
async function led(
  tx: Tx,
  id: string,
  { trekkerSince }: SaidNetwork,
  who: SaidWho,
  personId: string,
): Promise<Done> {
  const leading = await tx.query(
    `select id from trekkerschappen
     where oudernetwerk_id = $1 and person_id = $2 and (upper_inf(period) or upper(period) > $3)`,
    [id, personId, tx.today.toString()],
  );
  if (leading.length > 0) return NOTHING;
  const { trekkerschap } = await does(tx, startTrekkerschap, {
    oudernetwerkId: nodeId('Oudernetwerk', id),
    personId: nodeId('Person', personId),
    role: 'TREKKER',
    from: trekkerSince ?? tx.today,
  });
  const parts = [{ kind: 'TREKKERSCHAP', subjectId: trekkerschap, personId } as const];
  return { isNew: false, changes: [more('NAME', nameOfWho(who))], parts };
}
