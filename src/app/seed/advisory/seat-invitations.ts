import { DAYS_TO_ANSWER } from '../../../features/advisory/invitations/asking/create-invitation.js';
import type { InvitationStatusCode } from '../../../features/advisory/invitations/invitation-status.js';
import type { SeedSeat } from './advisory-seats.js';
import type { DayNumber } from '../days.js';
import type { SeedErvaringsdeskundige } from './ervaringsdeskundigen.js';
import { SeedIds } from '../ids.js';
import { Weighted, type Random } from '../random.js';
import type { SeedAppointment } from './seat-appointments.js';

export interface SeedInvitation {
  readonly id: string;
  readonly seat: SeedSeat;
  readonly profile: SeedErvaringsdeskundige;
  readonly status: InvitationStatusCode;
  readonly askedOn: DayNumber;
  readonly answeredOn: DayNumber | null;
  /** id of the resulting appointment */
  readonly appointment: string | null;
}

const A_YEAR = 365;
const ENDS_SOON = 180;
const APPOINTED_BY_INVITATION = 0.7;

/** For a seat that is still open; for others the outcome is already known. */
const OPEN_STATUSES = new Weighted<InvitationStatusCode>([
  ['DECLINED', 40],
  ['EXPIRED', 25],
  ['ASKED', 20],
  ['WITHDRAWN', 8],
  ['ACCEPTED', 7],
]);
const PAST_STATUSES = new Weighted<InvitationStatusCode>([
  ['DECLINED', 60],
  ['EXPIRED', 30],
  ['WITHDRAWN', 10],
]);
/** The invitations for each seat in the last year. */
export function drawInvitations(
  random: Random,
  seats: readonly SeedSeat[],
  appointments: readonly SeedAppointment[],
  profiles: readonly SeedErvaringsdeskundige[],
  today: DayNumber,
): SeedInvitation[] {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('invitations');
  const findable = groupBy(
    profiles.filter(({ consent }) => consent === 'LIVE'),
    ({ home }) => home,
  );
  const ofSeat = groupBy(appointments, ({ seat }) => seat);
  // a current or former holder, or a parent already invited for the seat, is not invited again
  const sat = new Set(appointments.map(({ seat, holder }) => `${seat.body.id} ${holder.personId}`));
  return seats.flatMap((seat) => {
    const terms = ofSeat.get(seat) ?? [];
    const asked = asksFor(draw, seat, terms, today).map((status) => ({ seat, status, appointment: null }));
    const pool = (findable.get(seat.body.home) ?? []).filter(
      ({ personId }) => !sat.has(`${seat.body.id} ${personId}`),
    );
    const others = pickSome(draw, pool, asked.length).map((profile, i) => ({
      id: ids.next(),
      profile,
      ...asked[i]!,
      ...datesOf(draw, asked[i]!.status, today),
    }));
    const led = terms.flatMap((term) => {
      const { profile } = term.holder;
      const asksOn = term.from - draw.between(15, 45);
      if (!profile || asksOn < today - A_YEAR || !draw.chance(APPOINTED_BY_INVITATION)) return [];
      const askedOn = Math.min(asksOn, today - 10);
      const answeredOn = askedOn + draw.between(1, 9);
      return {
        id: ids.next(),
        seat,
        profile,
        status: 'APPOINTED' as const,
        askedOn,
        answeredOn,
        appointment: term.id,
      };
    });
    return [...led, ...others];
  });
}

function asksFor(
  draw: Random,
  { openedOn, abolishedOn }: SeedSeat,
  terms: readonly SeedAppointment[],
  today: DayNumber,
): InvitationStatusCode[] {
  if (openedOn > today) return [];
  const last = terms.at(-1);
  const isOpen = abolishedOn === null && (!last || last.latestEnd < today + ENDS_SOON);
  const times = isOpen ? draw.between(0, 4) : draw.chance(0.5) ? draw.between(1, 2) : 0;
  const statuses = isOpen ? OPEN_STATUSES : PAST_STATUSES;
  return Array.from({ length: times }, () => statuses.draw(draw));
}

function datesOf(draw: Random, status: InvitationStatusCode, today: DayNumber) {
  if (status === 'ASKED') return { askedOn: today - draw.between(0, DAYS_TO_ANSWER - 2), answeredOn: null };
  const askedOn = today - draw.between(DAYS_TO_ANSWER + 1, status === 'ACCEPTED' ? 40 : A_YEAR);
  const isAnswered = status === 'ACCEPTED' || status === 'DECLINED';
  return { askedOn, answeredOn: isAnswered ? askedOn + draw.between(1, DAYS_TO_ANSWER) : null };
}

function pickSome<T>(draw: Random, pool: readonly T[], count: number): T[] {
  const chosen = new Set<T>();
  while (chosen.size < Math.min(count, pool.length)) chosen.add(draw.pick(pool));
  return [...chosen];
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
