import type { Unchecked } from '../../../db/json-shape.js';
import { day } from '../../../kernel/clock.js';
import { DayWatch } from '../day-watch.js';
import type { Finding } from '../findings.js';
import { AGREEMENT_FACTS } from '../agreements/agreement-facts.js';
import { agreementFindings, regionToAct } from '../agreements/agreement-rules.js';
import { PROFILE_FACTS, type ProfileFacts } from '../profiles/profile-facts.js';
import { profileFindings } from '../profiles/profile-rules.js';
import { SEAT_FACTS, type SeatFacts } from '../seats/seat-facts.js';
import { seatFindings } from '../seats/seat-rules.js';

/** `7 since 2026-08-01 due 2027-02-01: t1`, or `none`. */
export function shown(found: Finding | undefined): string {
  if (!found) return 'none';
  const { severity, since, dueOn, evidence } = found;
  const days = [since && `since ${since.toString()}`, dueOn && `due ${dueOn.toString()}`].filter(Boolean);
  return `${[severity, ...days].join(' ')}: ${evidence.map(({ id }) => id).join(' ')}`;
}

/** Findings that no network has. */
export const NOT_OF_NETWORKS: readonly string[] = [
  'SEAT_VACANT',
  'TERM_ENDS',
  'CARRIED_OVER',
  'HOLDER_OVERDUE',
  'TRAINING_EXPIRES',
  'CONSENT_ENDS',
  'SEAT_CLASHES',
  'AGREEMENT_ASKED',
  'AGREEMENT_ANSWERED',
  'AGREEMENT_ENDS',
  'PERSON_DIED',
  'PERSON_STOPPED',
  'DEATH_TAKEN_BACK',
  'STOP_TAKEN_BACK',
  'NOTICE_OWED',
  'LETTER_WAITS',
  'PERSON_MOVED_AWAY',
  'PERSON_MOVED_HERE',
  'MOVE_TAKEN_BACK',
  'NETWORK_MOVE_ASKED',
  'TELL_OF_CHANGE',
  'TELL_CHANGE_IS_OFF',
  'REGION_LEAVES',
  'REGION_COMES',
];

type SeatJson = Unchecked<typeof SEAT_FACTS>;
type ProfileJson = Unchecked<typeof PROFILE_FACTS>;
type AppointmentJson = SeatJson['appointments'][number];

type AgreementJson = Unchecked<typeof AGREEMENT_FACTS>;

export type AgreementDiffers = Partial<AgreementJson>;
export type SeatDiffers = Partial<SeatJson>;
export type ProfileDiffers = Partial<ProfileJson>;

/** Held since 2026 in a term until the end of 2029, unless stated otherwise. */
export function appointment(id: string, differs: Partial<AppointmentJson> = {}): AppointmentJson {
  return {
    id,
    from: '2026-01-01',
    until: null,
    latestEnd: '2029-12-31',
    leaves: false,
    pausedUntil: null,
    away: [],
    ...differs,
  };
}

/** A seat that has been vacant since it was opened in 2026, except for the differences. */
function seatFacts(differs: SeatDiffers = {}): SeatFacts {
  return SEAT_FACTS.check({
    id: 'seat',
    bodyId: 'body',
    regionId: 'region',
    openedOn: '2026-01-01',
    abolishedOn: null,
    bodyEndedOn: null,
    endsSoonMonths: 6,
    vacancyDays: 60,
    appointments: [],
    ...differs,
  } satisfies SeatJson);
}

/** An ervaringsdeskundige without trainings who is not findable, except for the differences. */
function profileFacts(differs: ProfileDiffers = {}): ProfileFacts {
  return PROFILE_FACTS.check({
    id: 'profile',
    regionId: 'region',
    findableUntil: null,
    paused: null,
    contactPaused: null,
    trainings: [],
    clashes: [],
    ...differs,
  } satisfies ProfileJson);
}

export function ofSeat(differs: SeatDiffers, on: string): { findings: Finding[]; changesOn: string | null } {
  const watch = new DayWatch(day(on));
  const findings = seatFindings(seatFacts(differs), watch);
  return { findings, changesOn: watch.changesOn?.toString() ?? null };
}

export function ofProfile(
  differs: ProfileDiffers,
  on: string,
): { findings: Finding[]; changesOn: string | null } {
  const watch = new DayWatch(day(on));
  const findings = profileFindings(profileFacts(differs), watch);
  return { findings, changesOn: watch.changesOn?.toString() ?? null };
}

/** An agreement that was asked on 1 November 2026, from then on, except for the differences. */
export function ofAgreement(
  differs: AgreementDiffers,
  on: string,
): { findings: Finding[]; changesOn: string | null; regionId: string } {
  const watch = new DayWatch(day(on));
  const facts = AGREEMENT_FACTS.check({
    id: 'a',
    kind: 'TAKES_PART',
    isOfChange: false,
    homeRegionId: 'home',
    regionId: 'other',
    from: '2026-11-01',
    until: null,
    askedOn: '2026-11-01',
    answer: null,
    answeredOn: null,
    endedBy: null,
    goneOn: null,
    isFollowed: false,
    ...differs,
  });
  const findings = agreementFindings(facts, watch);
  return { findings, changesOn: watch.changesOn?.toString() ?? null, regionId: regionToAct(facts) };
}
