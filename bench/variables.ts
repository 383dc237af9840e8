import type { Client } from 'pg';
import { Random } from '../src/app/seed/random.js';
import { nodeId } from '../src/kernel/node-id.js';
import { handovers, type Region } from './handover-stock.js';
import type { QuestionName, Variables } from './questions.js';

/** The variables of a round: the same list for both servers, the same in every run. */
export type Variations = (question: QuestionName, round: number) => Variables[];

export async function variationsFor(owner: Client, region: Region, today: string): Promise<Variations> {
  const networks = await columnOf(
    owner,
    `select id as value from oudernetwerken where region_id = $1 order by 1`,
    region,
  );
  const lasts = await columnOf(
    owner,
    `select encode(convert_to(json_build_array('oudernetwerken.NAME.ASC', sort_name, id)::text, 'UTF8'), 'base64') as value
     from (select sort_name, id, row_number() over (order by sort_name, id) as place, count(*) over () as total
           from oudernetwerken where region_id = $1 and phase = 'ACTIVE' and ended_on is null) n
     where place % 50 = 0 and place < total order by place`,
    region,
  );
  const names = await columnOf(
    owner,
    `select d.display_name as value from people p join person_details d on d.person_id = p.id
     where p.region_id = $1 order by p.id limit 400`,
    region,
  );
  const regionId = nodeId('Region', region.id);
  const cursors = lasts.map((cursor) => Buffer.from(cursor, 'base64').toString('base64url'));
  const all: Record<QuestionName, Variables[]> = {
    single: networks.map((id) => ({ id: nodeId('Oudernetwerk', id) })),
    page: [{ region: regionId }, ...cursors.map((after) => ({ region: regionId, after }))],
    search: names.map((name, i) => ({ q: i % 2 === 0 ? name : misspelt(name, i) })),
    worklist: [{ region: regionId }],
    risk: [{}],
    handover: handovers().map(({ trekkerschap, successor }) => ({
      input: { id: nodeId('Trekkerschap', trekkerschap), toPersonId: nodeId('Person', successor), on: today },
    })),
  };
  return (question, round) => shuffled(all[question], new Random(`bench/${question}/${round}`));
}

async function columnOf(owner: Client, sql: string, region: Region): Promise<string[]> {
  const { rows } = await owner.query<{ value: string }>(sql, [region.id]);
  return rows.map((row) => row.value);
}

/** As typed by somebody who heard the name once: a letter is missing, accents too. */
function misspelt(name: string, at: number): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const place = 1 + (at % (plain.length - 1));
  return plain.slice(0, place) + plain.slice(place + 1);
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.map(() => left.splice(random.below(left.length), 1)[0]!);
}
