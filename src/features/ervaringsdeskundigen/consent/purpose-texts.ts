import type { SaidPurpose } from './ledger.js';

interface PurposeText {
  readonly version: string;
  readonly nl: string;
  readonly en: string;
}

/**
 * What a parent agrees to, by purpose. A version never changes, because the ledger refers to it: other words are a new
 * version.
 */
export const PURPOSE_TEXTS: Readonly<Record<SaidPurpose, PurposeText>> = {
  SCHOOL_AND_THEMES: {
    version: '2026-12-school',
    nl: [
      'U mag bewaren op welk soort school mijn kind zit, ook als dat speciaal onderwijs is, en over welke thema’s ik uit ervaring kan meepraten. Ik weet dat dit iets kan zeggen over de gezondheid van mijn kind of van mij. Ik zeg hier uitdrukkelijk ja op.',
      'U gebruikt het alleen om te weten wanneer ik waarschijnlijk stop, en om mij te vragen voor wat bij mij past. De coördinatoren van mijn regio zien de school. Wie een ervaringsdeskundige zoekt, ziet de thema’s zonder mijn naam, en alleen als ik gevonden wil worden.',
      'Over mijn kind zelf bewaart u niets.',
      'Ik kan dit elke dag weer intrekken. Dan wist u het soort school en de thema’s meteen.',
    ].join('\n\n'),
    en: [
      'You may keep what kind of school my child goes to, special schools too, and the themes that I can speak of from experience. I know that this may say something of my child’s health or mine. I explicitly say yes to it.',
      'You use it only to know when I shall probably stop, and to ask me for what suits me. The coordinators of my region see the school. Whoever seeks an expert by experience sees the themes without my name, and only if I agreed to be found.',
      'You keep nothing about my child.',
      'I can withdraw this on any day. You then erase the kind of school and the themes at once.',
    ].join('\n\n'),
  },
  CONTACT_BY_APP: {
    version: '2026-12-app',
    nl: [
      'Apps van andere organisaties die met mijn regio samenwerken, mogen mijn e-mailadres en telefoonnummer zien om mij te bereiken. Dat mag alleen als mijn regio die app heeft goedgekeurd.',
      'Ik kan dit elke dag weer intrekken. Dan zien zij ze niet meer.',
    ].join('\n\n'),
    en: [
      'Apps of other organisations that work with my region may see my email address and telephone number to reach me, if my region approved that app.',
      'I can withdraw this on any day. From that moment they no longer see them.',
    ].join('\n\n'),
  },
  PHOTO: {
    version: '2026-12-foto',
    nl: [
      'Foto’s waar ik op sta, gemaakt bij een bijeenkomst van een oudernetwerk of adviesgroep, mogen gebruikt worden in berichten van de regio en op haar website. Mijn naam staat er niet bij. Mijn kind staat er niet op.',
      'Ik kan dit elke dag weer intrekken. Dan gebruikt de regio ze niet meer voor iets nieuws, en haalt zij ze van haar website.',
    ].join('\n\n'),
    en: [
      'Photos of me, taken at a meeting of a parent network or advisory body, may be used in news of the region and on its website. They do not have my name, and my child is not on them.',
      'I can withdraw this on any day. The region then uses them for nothing new, and takes them off its website.',
    ].join('\n\n'),
  },
  NEWSLETTER: {
    version: '2026-12-nieuwsbrief',
    nl: [
      'Ik wil de nieuwsbrief van mijn regio krijgen, op mijn e-mailadres.',
      'Ik kan dit elke dag weer intrekken. Dan krijg ik hem niet meer.',
    ].join('\n\n'),
    en: [
      'I wish to get the newsletter of my region, at my email address.',
      'I can withdraw this on any day. From then on I do not get it.',
    ].join('\n\n'),
  },
};
