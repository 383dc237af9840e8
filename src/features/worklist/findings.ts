import { dayInWords, type PlainDate } from '../../kernel/clock.js';
import type { Locale } from '../../kernel/messages.js';
import type { ActionCode } from './suggested-actions.js';

type Sentence = Readonly<Record<Locale, string>>;

/** What each finding says. Days stand as `{since}` and `{due}`, numbers as `{count}`; never a name. */
export const FINDINGS = {
  NO_TREKKER: {
    nl: 'Sinds {since} is er geen trekker; hooguit een waarnemer houdt het netwerk in stand.',
    en: 'There has been no trekker since {since}; at most a caretaker keeps the network going.',
  },
  SINGLE_TREKKER: {
    nl: 'Eén trekker draagt het netwerk, zonder co-trekker.',
    en: 'One trekker carries the network, without a co-trekker.',
  },
  ENDS_SOON: {
    nl: 'Naar verwachting is er na {due} geen trekker meer, en niemand heeft toegezegd het over te nemen.',
    en: 'After {due} no trekker is expected to be left, and nobody has agreed to take over.',
  },
  ALL_LEAVE_TOGETHER: {
    nl: 'Alle {count} trekkers stoppen naar verwachting in dezelfde tijd, vanaf {due}.',
    en: 'All {count} trekkers are expected to leave at about the same time, from {due}.',
  },
  NO_SUCCESSOR: {
    nl: 'Er is nog niemand in beeld als opvolger.',
    en: 'Nobody is in view yet as a successor.',
  },
  HANDOVER_OVERDUE: {
    nl: 'Punten van de overdracht die over tijd zijn: {count}. Het eerste moest klaar zijn op {due}.',
    en: 'Items of the handover that are overdue: {count}. The first was due on {due}.',
  },
  LONG_TENURE: {
    nl: 'Een trekker gaat langer door dan de richttijd. Die was om op {due}.',
    en: 'A trekker is going on longer than the guideline, which was reached on {due}.',
  },
  NO_SUPPORT: {
    nl: 'Geen organisatie ondersteunt het netwerk.',
    en: 'No organisation supports the network.',
  },
  SUPPORT_ENDING: {
    nl: 'De laatste ondersteuning stopt op {due}.',
    en: 'The last support ends on {due}.',
  },
  INACTIVE: {
    nl: 'Er is al {count} dagen of langer geen activiteit vastgelegd.',
    en: 'No activity has been recorded for {count} days or more.',
  },
  OVERLOADED: {
    nl: 'Een trekker heeft meer dan {count} rollen tegelijk, zetels meegeteld.',
    en: 'A trekker carries more than {count} roles at once, seats included.',
  },
  UNREACHABLE: {
    nl: 'De contactpersoon heeft geen rol meer in het netwerk, of er is geen e-mailadres of telefoonnummer.',
    en: 'The contact person has no role in the network any more, or there is no e-mail address or telephone number.',
  },
  TIE_UNCONFIRMED: {
    nl: 'Het verwachte einde rust op een schoolband die sinds {since} opnieuw bevestigd moet worden.',
    en: 'The expected end rests on a school tie that has to be confirmed again since {since}.',
  },
  SEAT_VACANT: {
    nl: 'De zetel is sinds {since} vacant, en er is nog niemand benoemd.',
    en: 'The seat has been vacant since {since}, and nobody has been appointed yet.',
  },
  TERM_ENDS: {
    nl: 'De zittingstermijn loopt tot en met {due}. Er is nog niemand benoemd voor daarna.',
    en: 'The term ends on {due}. Nobody has been appointed for the time after it.',
  },
  CARRIED_OVER: {
    nl: 'De zittingstermijn is voorbij sinds {since}. Wie de zetel heeft, blijft aan tot er een opvolger is.',
    en: 'The term has been over since {since}. Who holds the seat stays on until there is a successor.',
  },
  TRAINING_EXPIRES: {
    nl: 'Trainingen die verlopen zijn of binnenkort verlopen: {count}. De eerste is geldig tot en met {due}.',
    en: 'Trainings that have expired or will soon: {count}. The first one is valid until {due}.',
  },
  CONSENT_ENDS: {
    nl: 'De toestemming om gevonden te worden, geldt tot en met {due}.',
    en: 'The consent to be found holds until {due}.',
  },
} as const satisfies Record<string, Sentence>;

export type FindingCode = keyof typeof FINDINGS;

/** A record that a finding is based on, by GraphQL type and uuid. */
export interface Evidence {
  readonly type: string;
  readonly id: string;
}

/** A reason why a network is less secure, or what a seat or an ervaringsdeskundige needs. */
export interface Finding {
  readonly code: FindingCode;
  /** from 1 (worth noting) to 10 (urgent) */
  readonly severity: number;
  readonly since: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly count?: number;
  readonly evidence: readonly Evidence[];
  readonly action: { readonly code: ActionCode; readonly on: Evidence };
}

export type Band = 'STABLE' | 'ATTENTION' | 'AT_RISK' | 'CRITICAL';

/** 8 and above is critical, 4 and above at risk, any other finding needs attention. */
export function bandOf(severity: number): Band {
  if (severity >= 8) return 'CRITICAL';
  if (severity >= 4) return 'AT_RISK';
  return severity > 0 ? 'ATTENTION' : 'STABLE';
}

/** The sentence of a finding. */
export function findingMessage({ code, since, dueOn, count }: Finding, locale: Locale): string {
  const parts: Record<string, string> = {
    since: since ? dayInWords(since, locale) : '?',
    due: dueOn ? dayInWords(dueOn, locale) : '?',
    count: String(count ?? ''),
  };
  return FINDINGS[code][locale].replace(/\{(\w+)\}/g, (hole, name: string) => parts[name] ?? hole);
}
