import type { Tx } from '../../../../db/transaction.js';
import { day, isBefore, type PlainDate } from '../../../../kernel/clock.js';
import { failure } from '../../../../kernel/failure.js';
import { nodeId } from '../../../../kernel/node-id.js';
import { appointToSeat } from '../../../advisory/appointments/appoint.js';
import { createSeat } from '../../../advisory/seats/save-seat.js';
import { folded } from '../columns/fields.js';
import { BODY_KINDS, wordsIn } from '../columns/words.js';
import { does, type Part } from '../rows/part.js';
import type { Row } from '../rows/row.js';
import { recordBody } from './record-body.js';
import type { SaidSeat } from './said-seat.js';
import { freeSeat, freeTitle, type SeatOnRecord, seatsOf, vacantSeat } from './seats-on-record.js';
import { type Done, nameOfWho, type SubjectRows } from './subject-rows.js';

export const seatRows: SubjectRows<SaidSeat> = {
  key: ['BODY', 'SEAT', 'TERM_FROM'],

  read(row, { bodies, organisations }) {
    const body = row.text('BODY');
    if (!body) row.require('BODY');
    const known = body === null ? null : bodies.get(folded(body));
    if (known === null && body !== null) row.refuse('UNKNOWN_BODY', 'BODY', { name: body.slice(0, 60) });
    const constituency = row.text('CONSTITUENCY');
    const said = {
      kind:
        row.word('BODY_KIND', BODY_KINDS, 'UNKNOWN_BODY_KIND') ?? wordsIn(body ?? '', BODY_KINDS)[0] ?? null,
      organisations: row.several('ORGANISATION', organisations, 'UNKNOWN_ORGANISATION'),
      seat: row.text('SEAT') ?? constituency ?? 'Lid',
      constituency,
      who: row.who(),
      from: row.day('TERM_FROM'),
      until: row.day('TERM_UNTIL'),
      term: termIn(row),
    };
    if (said.who && !said.from) row.require('TERM_FROM');
    if (body !== null && !known && !said.kind) {
      row.refuse('UNKNOWN_BODY_KIND', 'BODY_KIND', { value: body.slice(0, 40) });
    }
    return body === null ? null : { body, known: known ?? null, ...said };
  },

  nameOf: ({ body, seat, who }) => `${body}, ${seat}${who ? `: ${nameOfWho(who)}` : ''}`,

  /** A body has several seats that nobody holds and that are called the same. */
  mayRepeat: ({ who }) => who === null,

  async holders(tx, all) {
    const rows = await tx.query<{ body: string; personId: string }>(
      'select body_id as body, person_id as "personId" from seat_appointments where body_id = any ($1)',
      [all.flatMap(({ known }) => known?.id ?? [])],
    );
    return ({ known }) =>
      new Set(rows.filter(({ body }) => body === known?.id).map(({ personId }) => personId));
  },

  /** As terms follow each other; and seats that nobody holds once it is known who holds the others. */
  order: (one, other) => {
    if (!one.who || !other.who) return Number(!one.who) - Number(!other.who);
    const [a, b] = [one.from ?? LAST, other.from ?? LAST];
    if (isBefore(a, b)) return -1;
    return isBefore(b, a) ? 1 : 0;
  },

  recorder(all, isTried) {
    /** what earlier rows of the same transaction recorded, by folded name */
    const made = new Map<string, string>();
    /** seats that nobody holds, of which an earlier row speaks */
    const taken = new Set<string>();
    return async (tx, of, said, personId) => {
      const found = said.known?.id ?? made.get(folded(said.body));
      const body = found ?? (await recordBody(tx, of, said, all));
      const parts: Part[] = found ? [] : [{ kind: 'BODY', subjectId: body, personId: null }];
      const seats = await seatsOf(tx, body);
      const done =
        said.who && personId
          ? await seated(tx, body, seats, said, personId)
          : await vacant(tx, body, seats, said, taken, isTried);
      made.set(folded(said.body), body);
      return { ...done, parts: [...parts, ...done.parts] };
    };
  },
};

const LAST = day('9999-12-31');
const ORDINALS = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde'];

function termIn(row: Row): number | null {
  const written = row.text('TERM');
  if (!written) return null;
  const word = ORDINALS.findIndex((ordinal) => folded(written).startsWith(ordinal));
  if (word >= 0) return word + 1;
  const [digits] = /^\d{1,2}(?=(?:ste|de|e|st|nd|rd|th)?\b)/i.exec(written) ?? [];
  return digits === undefined
    ? row.refuse('NOT_A_NUMBER', 'TERM', { value: written.slice(0, 20) })
    : Number(digits);
}

async function seated(
  tx: Tx,
  body: string,
  seats: readonly SeatOnRecord[],
  said: SaidSeat,
  personId: string,
): Promise<Done> {
  const from = said.from!;
  const sitsThere = seats.some(({ terms }) =>
    terms.some((term) => term.personId === personId && term.from.equals(from)),
  );
  if (sitsThere) return { isNew: false, changes: [], parts: [] };
  const free = freeSeat(seats, said.seat, { personId, from, until: said.until });
  const seat = free?.id ?? (await newSeat(tx, body, seats, said, from));
  const { appointment } = await does(tx, appointToSeat, {
    seatId: nodeId('AdvisorySeat', seat),
    personId: nodeId('Person', personId),
    from,
    until: said.until,
    perspective: said.who?.perspectives?.[0] ?? null,
  });
  if (said.term !== null) await checkTerm(tx, appointment, said.term);
  const parts: Part[] = free ? [] : [{ kind: 'SEAT', subjectId: seat, personId: null }];
  return {
    isNew: true,
    changes: [],
    parts: [...parts, { kind: 'APPOINTMENT', subjectId: appointment, personId }],
  };
}

/** A term is numbered by those before it: those that the list leaves out would never be counted. */
async function checkTerm(tx: Tx, appointment: string, said: number): Promise<void> {
  const [row] = await tx.query<{ number: number }>(
    'select term_number as number from seat_appointments where id = $1',
    [appointment],
  );
  const actual = row!.number;
  if (actual !== said) throw failure('TERM_DIFFERS', ['input', 'term'], { said, actual });
}

async function vacant(
  tx: Tx,
  body: string,
  seats: readonly SeatOnRecord[],
  said: SaidSeat,
  taken: Set<string>,
  isTried: boolean,
): Promise<Done> {
  // once it was judged that one is lacking, those that are there are of other rows
  const found = isTried ? vacantSeat(seats, said.seat, taken, tx.today) : null;
  const seat = found?.id ?? (await newSeat(tx, body, seats, said, said.from ?? tx.today));
  taken.add(seat);
  if (found) return { isNew: false, changes: [], parts: [] };
  return { isNew: true, changes: [], parts: [{ kind: 'SEAT', subjectId: seat, personId: null }] };
}

async function newSeat(
  tx: Tx,
  body: string,
  seats: readonly SeatOnRecord[],
  { seat: title, constituency }: SaidSeat,
  openedOn: PlainDate,
): Promise<string> {
  const { seat } = await does(tx, createSeat, {
    bodyId: nodeId('AdvisoryBody', body),
    title: freeTitle(seats, title),
    constituency,
    openedOn,
    requirements: [],
  });
  return seat;
}
