import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  MATCH_RULE_VERSION,
  REQUIREMENT_RULES,
  STATEMENT_RULES,
  STOP_RULES,
} from '../../../features/advisory/matching/match-rules.js';
import { byText, isKnownBySeat, isPaused, monthsAfter } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import { type Row, uuidOf } from './naive-rows.js';
import { agreedRegions } from './naive-seat-days.js';

const FITS = ['SUITABLE', 'TO_CHECK', 'NEARLY_SUITABLE', 'NOT_SUITABLE'] as const;
/** What is required, in the words of the reader. */
const WORDS: Readonly<Record<string, string>> = {
  ONDERWIJS: 'onderwijs',
  ZORG: 'zorg',
  JEUGD: 'jeugd',
  KIND: 'rond het kind',
  UITVOERING: 'in projecten',
  BELEID: 'in beleid',
  MORNING: '’s ochtends',
  AFTERNOON: '’s middags',
  EVENING: '’s avonds',
  WEEKEND: 'in het weekend',
  OUDER: 'ouder',
  JONGERE: 'jongere',
  PROFESSIONAL: 'professional',
};
const LANGUAGES = new Intl.DisplayNames('nl', { type: 'language' });
/** The columns of a profile that say whether it meets a requirement. */
const LISTS: Readonly<Record<string, string>> = {
  DOMAIN: 'domains',
  LEVEL: 'levels',
  LANGUAGE: 'languages',
  DAY_PART: 'dayParts',
};

interface Criterion {
  readonly part: number;
  readonly code: string;
  readonly state: 'MET' | 'MISSING' | 'UNKNOWN';
  readonly points: number;
  readonly blocks: boolean;
  readonly message: string;
  readonly tie: string;
}

/** Matches for a seat, by the table of rules, one profile after the other. */
export function matchResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists, asker } = looks;
  return {
    Query: {
      matches: async (_row, { seatId, fit, ...page }) => {
        const seat = rows.byId('AdvisorySeat', uuidOf(seatId));
        const fills = seat !== null && asker.bodies.includes(seat.bodyId as string);
        const connection = await lists.page('Match', fills ? matchesOf(looks, seat) : [], {
          ...page,
          filter: { fit },
        });
        return { ...connection, hiddenForConsent: fills ? hidden(looks, seat) : null };
      },
      matchRules: () => [
        ...REQUIREMENT_RULES.map((rule) => ({
          ...rule,
          kind: 'REQUIREMENT',
          atMost: null,
          about: rule.about.nl,
        })),
        ...STOP_RULES.map((rule) => ({
          ...rule,
          kind: 'STOP',
          points: 0,
          atMost: null,
          about: rule.about.nl,
        })),
        ...STATEMENT_RULES.map((rule) => ({
          ...rule,
          kind: 'STATEMENT',
          atMost: null,
          about: rule.about.nl,
        })),
        ...FAIRNESS_RULES.map((rule) => ({
          ...rule,
          kind: 'FAIRNESS',
          atMost: COUNTED_AT_MOST,
          about: rule.about.nl,
        })),
      ],
      matchRuleVersion: () => MATCH_RULE_VERSION,
    },
  };
}

/** The body’s own region, and all below it. */
function homeOf({ rows, filters }: NaiveLooks, { bodyId }: Row): ReadonlySet<string> {
  return new Set(filters.below(rows.byId('AdvisoryBody', bodyId)!.regionId as string));
}

/** The regions in which the body works, and all below them. */
function regionsOf({ rows, filters, asker }: NaiveLooks, { bodyId }: Row): ReadonlySet<string> {
  const places = [rows.byId('AdvisoryBody', bodyId)!.regionId, ...agreedRegions(rows, bodyId, asker.today)];
  return new Set(places.flatMap((id) => [...filters.below(id as string)]));
}

/** Of those who live, in fives; fewer than that are withheld. */
function hidden(looks: NaiveLooks, seat: Row): number | null {
  const regions = homeOf(looks, seat);
  const people = looks.rows.all('everyPerson');
  const died = new Set(people.filter(({ deceasedOn }) => deceasedOn !== null).map(({ id }) => id));
  const { today } = looks.asker;
  const count = looks.rows
    .all('everyProfile')
    .filter(
      ({ regionId, personId, findableUntil }) =>
        regions.has(regionId as string) && !(findableUntil >= today) && !died.has(personId),
    ).length;
  return count >= 5 ? count - (count % 5) : null;
}

function matchesOf(looks: NaiveLooks, seat: Row): Row[] {
  const { rows, asker } = looks;
  const [home, regions] = [homeOf(looks, seat), regionsOf(looks, seat)];
  return rows
    .all('Ervaringsdeskundige')
    .filter(
      (profile) =>
        profile.findableUntil !== null &&
        profile.findableUntil >= asker.today &&
        (profile.findableCountry ||
          home.has(profile.regionId as string) ||
          (profile.findableAgreements && regions.has(profile.regionId as string))) &&
        !hasPart(looks, seat, profile),
    )
    .map((profile) => matchOf(looks, seat, profile));
}

/** Holds a seat in the body by a yes under this pseudonym, or will, or has an open invitation for this seat. */
function hasPart({ rows, asker: { today } }: NaiveLooks, seat: Row, profile: Row): boolean {
  const sits = rows
    .all('everySeat')
    .some((held) => held.bodyId === seat.bodyId && held.knownAs === profile.id && isKnownBySeat(held, today));
  const isAsked = rows
    .all('everyInvitation')
    .some(
      ({ seatId, ervaringsdeskundigeId, status, expiresOn }) =>
        seatId === seat.id &&
        ervaringsdeskundigeId === profile.id &&
        (status === 'ACCEPTED' || (status === 'ASKED' && expiresOn >= today)),
    );
  return sits || isAsked;
}

function matchOf(looks: NaiveLooks, seat: Row, profile: Row): Row {
  const { rows } = looks;
  const stops = stopsOf(looks, seat, profile);
  const asked = rows.all('requirements').filter(({ seatId }) => seatId === seat.id);
  const required = asked.map((each) => requirement(looks, profile, each));
  const rest = [...statements(profile), ...fairness(looks, profile)];
  const criteria = [...stops, ...required, ...rest].sort(
    (a, b) => a.part - b.part || b.points - a.points || byText(a.code, b.code) || byText(a.tie, b.tie),
  );
  const missing = required.filter(({ blocks }) => blocks).length;
  const unknown = required.filter(({ part, state }) => part === 1 && state === 'UNKNOWN').length;
  const fit = stops.length > 0 || missing > 1 ? 3 : missing === 1 ? 2 : unknown > 0 ? 1 : 0;
  const score = criteria.reduce((sum, { points }) => sum + points, 0);
  const number =
    ((fit * 25 + Math.min(missing + stops.length, 24)) * 20 + Math.min(unknown, 19)) * 1000 + 500 - score;
  return {
    type: 'Match',
    id: profile.id,
    ervaringsdeskundige: profile,
    fit: FITS[fit],
    score,
    criteria,
    blockers: criteria.filter(({ blocks }) => blocks),
    place: number * 256 + rows.drawn(seat.id, profile.id),
  };
}

function stopsOf(looks: NaiveLooks, seat: Row, profile: Row): Criterion[] {
  const { rows } = looks;
  const { today } = looks.asker;
  const saidNo = rows
    .all('everyInvitation')
    .some(
      ({ bodyId, ervaringsdeskundigeId, status, answeredOn }) =>
        bodyId === seat.bodyId &&
        ervaringsdeskundigeId === profile.id &&
        status === 'DECLINED' &&
        answeredOn > monthsAfter(today, -6),
    );
  const holds: Readonly<Record<string, boolean>> = {
    NOT_FOR_SEATS: !(profile.participationForms as string[]).includes('SEAT'),
    PAUSED: isPaused(profile, today),
    MAX_SEATS: profile.maxSeats !== null && looks.seatsTold(profile) >= profile.maxSeats,
    IN_COOLDOWN: saidNo,
  };
  return STOP_RULES.filter(({ code }) => holds[code]).map(({ code, nl }) => ({
    part: 0,
    code,
    state: 'MISSING',
    points: 0,
    blocks: true,
    message: nl,
    tie: '',
  }));
}

function requirement({ rows, filters, asker: { today } }: NaiveLooks, profile: Row, asked: Row): Criterion {
  const { kind, strength, value } = asked;
  const themes = rows.all('profileThemes').filter((link) => link.ervaringsdeskundigeId === profile.id);
  const list = LISTS[kind];
  const isMet =
    kind === 'THEME'
      ? themes.some(({ themeId }) => [themeId, rows.byId('Theme', themeId)!.parentId].includes(asked.themeId))
      : kind === 'REGION'
        ? filters.below(asked.placeId).has(profile.regionId)
        : kind === 'TRAINING'
          ? rows
              .all('Training')
              .some(
                (training) =>
                  training.ervaringsdeskundigeId === profile.id &&
                  training.titleNorm === value &&
                  (training.validUntil === null || training.validUntil >= today),
              )
          : kind === 'PERSPECTIVE'
            ? rows
                .all('everyPerson')
                .some(({ id, perspectives }) => id === profile.personId && perspectives.includes(value))
            : (profile[list!] as string[]).includes(value);
  const saysNothing =
    kind === 'THEME'
      ? themes.length === 0
      : ['DOMAIN', 'LEVEL', 'DAY_PART'].includes(kind) && profile[list!].length === 0;
  const rule = REQUIREMENT_RULES.find(({ code }) => code === kind)!;
  const state = isMet ? 'MET' : saysNothing ? 'UNKNOWN' : 'MISSING';
  const words =
    kind === 'THEME'
      ? rows.byId('Theme', asked.themeId)!.labelNl
      : kind === 'REGION'
        ? rows.byId('Region', asked.placeId)!.name
        : kind === 'LANGUAGE'
          ? LANGUAGES.of(value)
          : (asked.label ?? WORDS[value] ?? value);
  const sentence = { MET: rule.met, UNKNOWN: rule.unknown, MISSING: rule.missing }[state].nl;
  return {
    part: strength === 'HARD' ? 1 : 2,
    code: kind,
    state,
    points: strength === 'PREFERRED' && isMet ? rule.points : 0,
    blocks: strength === 'HARD' && state === 'MISSING',
    message: sentence.replaceAll('%', () => String(words)),
    tie: asked.id,
  };
}

function statements(profile: Row): Criterion[] {
  const said = {
    BRINGS_OTHERS_EXPERIENCE: profile.bringsOthersExperience,
    CONNECTS_WITH_PROFESSIONALS: profile.connectsWithProfessionals,
  } as Readonly<Record<string, boolean | null>>;
  return STATEMENT_RULES.map(({ code, points, met, missing, unknown }) => {
    const holds = said[code]!;
    const [state, sentence] = holds
      ? (['MET', met] as const)
      : holds === null
        ? (['UNKNOWN', unknown] as const)
        : (['MISSING', missing] as const);
    return { part: 3, code, state, points: holds ? points : 0, blocks: false, message: sentence.nl, tie: '' };
  });
}

function fairness(looks: NaiveLooks, profile: Row): Criterion[] {
  const { today } = looks.asker;
  const askedLately = ((profile.askedOn ?? []) as string[]).filter(
    (on) => on > monthsAfter(today, -6) && on <= today,
  );
  const times = { SEATS_HELD: looks.seatsTold(profile), ASKED_LATELY: askedLately.length };
  return FAIRNESS_RULES.map(({ code, points, none, once, more }) => ({
    part: 4,
    code,
    state: times[code] === 0 ? 'MET' : 'MISSING',
    points: points * Math.min(times[code], COUNTED_AT_MOST),
    blocks: false,
    message: [none.nl, once.nl][times[code]] ?? more.nl.replace('%', String(times[code])),
    tie: '',
  }));
}
