import type { ConsentScope } from '../ervaringsdeskundige.enums.js';

type Scope = keyof typeof ConsentScope;

interface ConsentText {
  readonly version: string;
  /** the places that it speaks of */
  readonly places: readonly Scope[];
  readonly nl: string;
  readonly en: string;
}

const IN_GENERAL: readonly Scope[] = ['REGION', 'COUNTRY'];

/**
 * The texts that a person agrees to when giving consent to be findable, latest first. A version never changes,
 * because the ledger refers to it. Other words are a new version, on top; a consent to an older one stays valid until
 * its own end.
 */
export const CONSENT_TEXTS: readonly [ConsentText, ...ConsentText[]] = [
  {
    version: '2026-12',
    places: IN_GENERAL,
    nl: [
      'Ik ben ouder/verzorger en wil gevonden kunnen worden als ervaringsdeskundige, bijvoorbeeld voor een plek in een adviesraad of aan een beleidstafel.',
      'Wie iemand zoekt, ziet mijn profiel zonder mijn naam: mijn regio, thema’s, trainingen, talen en wanneer ik kan. Mijn naam en hoe ik te bereiken ben, ziet die persoon pas als ik ja zeg op een uitnodiging. Ik kan later zien wie dat was.',
      'Ik kies zelf waar ik gevonden wil worden: alleen in mijn eigen regio of in het hele land, en of apps van andere organisaties mij ook mogen vinden.',
      'Gegevens over mijn kind of over gezondheid tellen nooit mee.',
      'Mijn toestemming geldt tot en met de dag die ik kies, hoogstens vijf jaar. Ik kan haar elke dag weer intrekken. Dan ben ik meteen niet meer te vinden.',
    ].join('\n\n'),
    en: [
      'I am a parent or carer and agree to be found as an ervaringsdeskundige, for example for a seat in an advisory council or at a policy table.',
      'Whoever seeks somebody sees my profile without my name: my region, themes, trainings, languages and when I can be there. They see my name and how to reach me only after I say yes to an invitation. I can see afterwards who that was.',
      'I choose where I may be found: only in my own region or in the whole country, and whether apps of other organisations may find me too.',
      'Data about my child or about health never count.',
      'My consent holds until the day that I choose, at most five years ahead. I can withdraw it on any day. From that moment nobody can find me.',
    ].join('\n\n'),
  },
  {
    version: '2026-12-afspraken',
    places: ['REGION_AND_AGREEMENTS'],
    nl: [
      'Ik ben ouder/verzorger en wil gevonden kunnen worden als ervaringsdeskundige, bijvoorbeeld voor een plek in een adviesraad of aan een beleidstafel.',
      'Ik wil gevonden worden in mijn eigen regio. En ook door groepen uit andere regio’s, als die ook in mijn regio werken. Dat mag alleen als mijn regio dat met hen heeft afgesproken. Zulke afspraken beginnen en stoppen: er kan een groep bijkomen of afgaan zonder dat iemand mij dat vraagt.',
      'Wie iemand zoekt, ziet mijn profiel zonder mijn naam: mijn regio, thema’s, trainingen, talen en wanneer ik kan. Mijn naam en hoe ik te bereiken ben, ziet die persoon pas als ik ja zeg op een uitnodiging. Ik kan later zien wie dat was.',
      'Ik kies zelf of apps van andere organisaties mij ook mogen vinden.',
      'Gegevens over mijn kind of over gezondheid tellen nooit mee.',
      'Mijn toestemming geldt tot en met de dag die ik kies, hoogstens vijf jaar. Ik kan haar elke dag weer intrekken. Dan ben ik meteen niet meer te vinden.',
    ].join('\n\n'),
    en: [
      'I am a parent or carer and agree to be found as an ervaringsdeskundige, for example for a seat in an advisory council or at a policy table.',
      'I may be found in my own region. And also by bodies of other regions, if they work in my region as well. They may do so only if my region agreed to that. Such agreements begin and end: a body may be added or drop out without anybody asking me.',
      'Whoever seeks somebody sees my profile without my name: my region, themes, trainings, languages and when I can be there. They see my name and how to reach me only after I say yes to an invitation. I can see afterwards who that was.',
      'I choose whether apps of other organisations may find me too.',
      'Data about my child or about health never count.',
      'My consent holds until the day that I choose, at most five years ahead. I can withdraw it on any day. From that moment nobody can find me.',
    ].join('\n\n'),
  },
  {
    version: '2026-11',
    places: IN_GENERAL,
    nl: [
      'Ik wil gevonden kunnen worden als ervaringsdeskundige, bijvoorbeeld voor een plek in een adviesraad of aan een beleidstafel.',
      'Wie iemand zoekt, ziet mijn profiel zonder mijn naam: mijn regio, thema’s, trainingen, talen en wanneer ik kan. Mijn naam en hoe ik te bereiken ben, ziet die persoon pas als ik ja zeg op een vraag. Ik kan later zien wie dat was.',
      'Ik kies zelf waar ik gevonden wil worden: alleen in mijn eigen regio of in het hele land, en of apps van andere organisaties mij ook mogen vinden.',
      'Gegevens over mijn kind of over gezondheid tellen nooit mee.',
      'Mijn toestemming geldt tot en met de dag die ik kies, hoogstens vijf jaar. Ik kan haar elke dag weer intrekken. Dan ben ik meteen niet meer te vinden.',
    ].join('\n\n'),
    en: [
      'I agree to be found as an ervaringsdeskundige, for example for a seat in an advisory council or at a policy table.',
      'Whoever seeks somebody sees my profile without my name: my region, themes, trainings, languages and when I can be there. They see my name and how to reach me only after I say yes to a question. I can see afterwards who that was.',
      'I choose where I may be found: only in my own region or in the whole country, and whether apps of other organisations may find me too.',
      'Data about my child or about health never count.',
      'My consent holds until the day that I choose, at most five years ahead. I can withdraw it on any day. From that moment nobody can find me.',
    ].join('\n\n'),
  },
];

/** The current text for whoever chooses these scopes; null if none speaks of all of their places. */
export function currentText(scopes: readonly Scope[]): ConsentText | null {
  const places = scopes.filter((scope) => scope !== 'PARTNER_APPS');
  return CONSENT_TEXTS.find((text) => places.every((place) => text.places.includes(place))) ?? null;
}
