import { registerIn } from '../../../app/privacy/register.js';
import { CONSENT_TEXTS } from '../../../features/ervaringsdeskundigen/consent/consent-text.js';
import { PURPOSE_TEXTS } from '../../../features/ervaringsdeskundigen/consent/purpose-texts.js';
import { NETWORK_CONTACT_TEXT } from '../../../features/network-contact/network-contact-text.js';
import { byText, isKnownBySeat, isPaused, stateOn } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';

/** Ervaringsdeskundigen, in memory. */
export function profileResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists, asker } = looks;
  const { today } = asker;
  const isFindable = ({ findableUntil }: Row) => findableUntil !== null && findableUntil >= today;
  const keeps = ({ personId, regionId }: Row) =>
    personId === asker.personId || asker.regions.includes(regionId as string);
  const knowsWhose = (profile: Row) =>
    keeps(profile) ||
    (profile.engagedBodies as string[]).some((body) => asker.bodies.includes(body)) ||
    rows
      .all('SeatAppointment')
      .some(
        (held) =>
          held.knownAs === profile.id &&
          asker.bodies.includes(held.bodyId as string) &&
          isKnownBySeat(held, today),
      );
  const ofProfile = (type: 'Training' | 'Incompatibility', { id }: Row) =>
    rows.all(type).filter(({ ervaringsdeskundigeId }) => ervaringsdeskundigeId === id);
  const consentsOf = ({ personId }: Row) =>
    rows.all('Consent').filter((consent) => consent.personId === personId && consent.purpose === 'FINDABLE');
  const latestFirst = (dayOf: (row: Row) => string) => (a: Row, b: Row) =>
    byText(dayOf(b), dayOf(a)) || byText(a.id, b.id);

  return {
    Query: {
      ervaringsdeskundige: looks.byPublicId('Ervaringsdeskundige'),
      ervaringsdeskundigen: (_row, { filter, ...page }) => {
        const { findable, ...others } = (filter ?? {}) as Record<string, unknown>;
        const isListed = (profile: Row) =>
          findable === false ? !isFindable(profile) && keeps(profile) : isFindable(profile);
        const listed = rows.all('Ervaringsdeskundige').filter(isListed);
        return lists.page('Ervaringsdeskundige', listed, { ...page, filter: others });
      },
      processingRegister: () => (asker.regions.length > 0 || asker.seesInside({}) ? registerIn('nl') : []),
      networkContactText: () => {
        const { version, nl } = NETWORK_CONTACT_TEXT;
        return { version, language: 'NL', text: nl };
      },
      consentTexts: () =>
        Object.entries(PURPOSE_TEXTS).map(([purpose, { version, nl }]) => ({
          purpose,
          version,
          language: 'NL',
          text: nl,
        })),
      findableConsentText: (_row, { version, scope }) => {
        const speaksOf = (text: (typeof CONSENT_TEXTS)[number]) =>
          text.places.some((place) => place === scope);
        const text = CONSENT_TEXTS.find((each) =>
          version == null ? speaksOf(each) : each.version === version,
        );
        if (!text) return null;
        const { nl, places: scopes } = text;
        const current = CONSENT_TEXTS.find((each) => each.places.includes(scopes[0]!)) === text;
        return { version: text.version, language: 'NL', text: nl, scopes, current };
      },
    },
    Ervaringsdeskundige: {
      person: (profile) => (knowsWhose(profile) ? rows.byId('Person', profile.personId) : null),
      version: (profile) => (keeps(profile) ? profile.version : 0),
      region: looks.one('Region', 'regionId'),
      themes: looks.linked('profileThemes', 'ervaringsdeskundigeId', 'Theme'),
      trainings: (profile) => ofProfile('Training', profile).sort(latestFirst((row) => row.completedOn)),
      availability: (profile) =>
        profile.hoursPerMonth === null && [...profile.dayParts, ...profile.meetingForms].length === 0
          ? null
          : profile,
      currentSeats: (profile) => looks.seatsTold(profile),
      pausedPeriod: (profile) => profile.paused,
      paused: (profile, { on }) => isPaused(profile, (on ?? today) as string),
      findable: isFindable,
      consent: (profile) => {
        const [newest] = consentsOf(profile).sort(
          (a, b) => byText(b.recordedAt, a.recordedAt) || byText(b.id, a.id),
        );
        return newest?.given && newest.until >= today ? newest : null;
      },
      consents: (profile, args) => lists.page('Consent', consentsOf(profile), args),
      incompatibilities: (profile) =>
        ofProfile('Incompatibility', profile).sort(latestFirst((row) => row.period.from)),
    },
    Training: {
      ervaringsdeskundige: looks.one('Ervaringsdeskundige', 'ervaringsdeskundigeId'),
      state: (training, { on }) => stateOn(training, (on ?? today) as string),
    },
    Incompatibility: {
      organisation: looks.one('Organisation', 'organisationId'),
      municipality: looks.one('Municipality', 'municipalityId'),
    },
    Consent: {
      language: ({ language }) => String(language).toUpperCase(),
      recordedAt: ({ recordedAt }) => `${new Date(recordedAt as string).toISOString().slice(0, 19)}Z`,
    },
    Person: {
      consents: ({ id }, args) =>
        lists.page(
          'Consent',
          rows.all('Consent').filter(({ personId }) => personId === id),
          args,
        ),
      networkContact: ({ id }) => {
        const said = rows
          .all('Consent')
          .filter(({ personId, purpose }) => personId === id && purpose === 'CONTACT_BY_NETWORK')
          .sort((a, b) => byText(b.recordedAt, a.recordedAt) || byText(b.id, a.id));
        return said[0] ?? null;
      },
      ervaringsdeskundige: ({ id }) =>
        rows.all('Ervaringsdeskundige').find((profile) => profile.personId === id && knowsWhose(profile)) ??
        null,
    },
  };
}
