import type { Tx } from '../../../../db/transaction.js';
import { isBefore, type PlainDate } from '../../../../kernel/clock.js';
import { failure } from '../../../../kernel/failure.js';
import { nodeId } from '../../../../kernel/node-id.js';
import type { ActivityKind } from '../../../oudernetwerken/oudernetwerk.enums.js';
import { planActivity } from '../../../oudernetwerken/records/plan-activity.js';
import { correctActivity, recordActivity } from '../../../oudernetwerken/records/save-activity.js';
import { folded } from '../columns/fields.js';
import { ACTIVITY_KINDS } from '../columns/words.js';
import type { RowChange } from '../import.entity.js';
import { does, type Part } from '../rows/part.js';
import type { Named } from '../rows/vocabulary.js';
import type { Done, Recorder, SubjectRows } from './subject-rows.js';

interface SaidActivity {
  readonly network: Named;
  readonly on: PlainDate;
  readonly kind: keyof typeof ActivityKind;
  readonly title: string;
  readonly attendance: number | null;
  readonly who: null;
}

export const activityRows: SubjectRows<SaidActivity> = {
  key: ['NETWORK', 'DAY', 'TITLE', 'ACTIVITY_KIND'],

  read(row, vocabulary) {
    const network = row.named('NETWORK', vocabulary.networks) ?? vocabulary.network;
    const on = row.day('DAY');
    const kind = row.word('ACTIVITY_KIND', ACTIVITY_KINDS, 'UNKNOWN_ACTIVITY_KIND') ?? 'MEETING';
    const title = row.text('TITLE') ?? row.text('ACTIVITY_KIND');
    const attendance = row.count('ATTENDANCE');
    if (!network) row.require('NETWORK');
    if (!on) row.require('DAY');
    if (!title) row.require('TITLE');
    return network && on && title ? { network, on, kind, title, attendance, who: null } : null;
  },

  nameOf: ({ network, title, on }) => `${network.name}: ${title}, ${on.toString()}`,

  holders: () => Promise.resolve(() => new Set<string>()),

  recorder: () => record,
};

interface Recorded {
  readonly id: string;
  readonly kind: keyof typeof ActivityKind;
  readonly title: string;
  readonly attendance: number | null;
}

const record: Recorder<SaidActivity> = async (tx, _of, said) => {
  const { network, on, title } = said;
  const sameDay = await tx.query<Recorded>(
    `select id, kind, title, attendance from activities
     where oudernetwerk_id = $1 and coalesce(held_on, planned_on) = $2 order by id`,
    [network.id, on.toString()],
  );
  const recorded = sameDay.find((each) => folded(each.title) === folded(title));
  if (recorded) return corrected(tx, said, recorded);
  const input = { oudernetwerkId: nodeId('Oudernetwerk', network.id), kind: said.kind, on, title };
  const isAhead = isBefore(tx.today, on);
  if (isAhead && said.attendance !== null) throw failure('NOT_HELD_YET', ['input', 'attendance']);
  const { activity } = isAhead
    ? await does(tx, planActivity, input)
    : await does(tx, recordActivity, { ...input, attendance: said.attendance });
  return { isNew: true, changes: [], parts: [part('ACTIVITY', activity)] };
};

/** What the row says otherwise of an activity on record. */
async function corrected(tx: Tx, said: SaidActivity, recorded: Recorded): Promise<Done> {
  const attendance = said.attendance ?? recorded.attendance;
  const changes: RowChange[] = [];
  if (said.kind !== recorded.kind) {
    changes.push({ field: 'ACTIVITY_KIND', from: recorded.kind, to: said.kind });
  }
  if (attendance !== recorded.attendance) {
    changes.push({ field: 'ATTENDANCE', from: counted(recorded.attendance), to: counted(attendance) });
  }
  if (changes.length === 0) return { isNew: false, changes, parts: [] };
  const patch = { kind: said.kind, attendance };
  const before = { kind: recorded.kind, attendance: recorded.attendance };
  await does(tx, correctActivity, { id: nodeId('Activity', recorded.id), patch });
  return { isNew: false, changes, parts: [{ ...part('ACTIVITY_CHANGED', recorded.id), saidBefore: before }] };
}

function part(kind: Part['kind'], subjectId: string): Part {
  return { kind, subjectId, personId: null };
}

function counted(count: number | null): string | null {
  return count === null ? null : String(count);
}
