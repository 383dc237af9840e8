import type { PlainDate } from '../../kernel/clock.js';
import type { Locale } from '../../kernel/messages.js';

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
} as const satisfies Record<string, Sentence>;

export type FindingCode = keyof typeof FINDINGS;

/** The next step that would help. */
export const ACTIONS = {
  OPEN_SUCCESSION: { nl: 'Start een opvolging.', en: 'Open a succession plan.' },
  ADD_CANDIDATE: { nl: 'Zoek een kandidaat-opvolger.', en: 'Find a candidate successor.' },
  MOVE_CANDIDATE: {
    nl: 'Praat verder met de kandidaat tot er een toezegging is.',
    en: 'Go on with the candidate until they agree.',
  },
  COMPLETE_SUCCESSION: { nl: 'Rond de opvolging af.', en: 'Complete the succession.' },
  ADD_CO_TREKKER: { nl: 'Zoek een co-trekker.', en: 'Find a co-trekker.' },
  SPREAD_LEAVING: {
    nl: 'Spreek af dat de trekkers na elkaar stoppen, en niet tegelijk.',
    en: 'Agree that the trekkers leave one after the other, not together.',
  },
  FINISH_HANDOVER: { nl: 'Werk de overdracht bij.', en: 'Bring the handover up to date.' },
  TALK_ABOUT_TENURE: {
    nl: 'Vraag de trekker hoe lang die nog door wil.',
    en: 'Ask the trekker how long they want to go on.',
  },
  ARRANGE_SUPPORT: {
    nl: 'Regel ondersteuning door een organisatie.',
    en: 'Arrange support by an organisation.',
  },
  CONTACT_NETWORK: {
    nl: 'Neem contact op met het netwerk en leg de activiteit vast.',
    en: 'Contact the network and record the activity.',
  },
  SHARE_ROLES: { nl: 'Verdeel de rollen over meer ouders.', en: 'Share the roles among more parents.' },
  NAME_CONTACT: {
    nl: 'Wijs een contactpersoon aan die bereikbaar is.',
    en: 'Name a contact person who can be reached.',
  },
  FILL_SEAT: { nl: 'Zoek iemand voor de zetel.', en: 'Find somebody for the seat.' },
  CONFIRM_TIE: {
    nl: 'Vraag de trekker of het kind nog op deze school zit.',
    en: 'Ask the trekker whether the child is still at this school.',
  },
} as const satisfies Record<string, Sentence>;

export type ActionCode = keyof typeof ACTIONS;

/** A record that a finding rests on, by GraphQL type and uuid. */
export interface Evidence {
  readonly type: string;
  readonly id: string;
}

/** One thing that makes a network less safe. */
export interface Finding {
  readonly code: FindingCode;
  /** 1 (mind it) to 10 (now) */
  readonly severity: number;
  readonly since: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly count?: number;
  readonly evidence: readonly Evidence[];
  readonly action: { readonly code: ActionCode; readonly on: Evidence };
}

/** The sentence of a finding. */
export function findingMessage({ code, since, dueOn, count }: Finding, locale: Locale): string {
  const parts: Record<string, string> = {
    since: shownDay(since, locale),
    due: shownDay(dueOn, locale),
    count: String(count ?? ''),
  };
  return FINDINGS[code][locale].replace(/\{(\w+)\}/g, (hole, name: string) => parts[name] ?? hole);
}

function shownDay(day: PlainDate | null, locale: Locale): string {
  const tag = locale === 'nl' ? 'nl-NL' : 'en-GB';
  return day?.toLocaleString(tag, { day: 'numeric', month: 'long', year: 'numeric' }) ?? '?';
}
