import { asSystem } from '../../../db/as-system.js';
import { IN_MAIL, LinkKind } from '../../../db/link-kind.js';
import { onBehalfOf } from '../../../db/on-behalf.js';
import type { Tx } from '../../../db/transaction.js';
import { dayOf, isBefore } from '../../../kernel/clock.js';
import type { Locale } from '../../../kernel/messages.js';
import { nodeId } from '../../../kernel/node-id.js';
import { holderOfLink } from '../../access/holder-of-link.js';
import { answerMove } from '../../moving/people/answer-move.js';
import { PersonMoveAnswerInput } from '../../moving/people/person-move.inputs.js';

/** Says the id of the move and of the mail in which it stands, and nothing about the person. */
export const MOVE_LINK = new LinkKind(
  'say whether a new region may know me',
  new RegExp(`^([0-9a-f-]{36})(?:\\.${IN_MAIL})?$`),
);

/** How long the link in a mail can be answered: from when it went out, which may be long after the move was recorded. */
const DAYS_TO_ANSWER = 60;

/** What somebody who moves was asked, and what became of it. */
export interface AskedMove {
  readonly state: 'OPEN' | 'ANSWERED' | 'OVER';
  readonly locale: Locale;
  readonly moveId: string;
  readonly personId: string;
  /** the names of the regions */
  readonly home: string;
  readonly to: string;
  readonly on: string;
  readonly answer: 'YES' | 'NO' | null;
  readonly because: 'MOVED' | 'REORGANISED';
}

/** What the token of a link asks: null if the token is not ours, GONE if the move is no longer on record. */
export async function moveByLink(tx: Tx, token: string): Promise<AskedMove | 'GONE' | null> {
  return asSystem(tx, async () => {
    const [, id] = (await MOVE_LINK.read(tx, token)) ?? [];
    return id === undefined ? null : askedMove(tx, id);
  });
}

/** The answer of the holder of the link, once, by the rules of whoever answers signed in. */
export async function answerMoveByLink(tx: Tx, token: string, mayIntroduce: boolean): Promise<void> {
  const asked = await moveByLink(tx, token);
  if (asked === null || asked === 'GONE' || asked.state !== 'OPEN') return;
  const input = Object.assign(new PersonMoveAnswerInput(), {
    id: nodeId('PersonMove', asked.moveId),
    mayIntroduce,
  });
  await onBehalfOf(tx, holderOfLink(tx, asked.personId), (own) =>
    answerMove.run(own, input, { serviceUrl: '' }),
  );
}

interface Row extends Omit<AskedMove, 'state'> {
  readonly asked_at: Date;
  readonly crossed: boolean;
  readonly closed: boolean;
}

async function askedMove(tx: Tx, id: string): Promise<AskedMove | 'GONE'> {
  const [row] = await tx.query<Row>(
    `select m.id as "moveId", m.person_id as "personId", m.answer, m.because, m.moved_on::text as "on",
       greatest(m.recorded_at, (select max(mail.sent_at) from mails mail where mail.kind = 'PERSON_MOVE'
         and mail.params ->> 'moveId' = m.id::text and mail.params ->> 'outcome' = 'ASKED')) as asked_at,
       m.crossed_at is not null as crossed, m.closed_on is not null as closed, here.name as "home", there.name as "to",
       reach.locale
     from person_moves m join regions here on here.id = m.from_region_id join regions there on there.id = m.to_region_id
     cross join lateral mail_reach('PERSON', m.person_id) reach where m.id = $1`,
    [id],
  );
  if (!row) return 'GONE';
  const { asked_at, crossed, closed, ...asked } = row;
  const stands = asked.answer === 'YES' || (asked.answer === 'NO' && !crossed);
  if (stands && !closed) return { ...asked, state: 'ANSWERED' };
  const askedOn = dayOf(asked_at);
  // whoever was told may object until it is applied
  const isLate = row.because === 'MOVED' && isBefore(askedOn.add({ days: DAYS_TO_ANSWER }), tx.today);
  return { ...asked, state: crossed || closed || isLate ? 'OVER' : 'OPEN' };
}
