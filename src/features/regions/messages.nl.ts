export const nl = {
  failures: {
    CODE_TAKEN: 'Deze code is al in gebruik.',
    BAD_KEY: 'Gebruik hoofdletters, cijfers en _, en begin met een letter. Hoogstens 40 tekens.',
    THEME_RETIRED: 'Dit thema wordt niet meer gebruikt. Kies een ander thema.',
    BELOW_ANOTHER: 'Dit thema valt zelf onder een ander thema. Kies een thema dat nergens onder valt.',
    BAD_SCHOOL_YEAR: '‘{value}’ is geen schooljaar. Schrijf bijvoorbeeld 2026-2027.',
    HOLIDAY_SET: 'Deze vakantie is zojuist al vastgelegd. Bekijk eerst wat er staat.',
    HOLIDAY_TOO_LONG:
      'Deze vakantie duurt hoogstens {most} dagen. Kies een laatste dag tot en met {last, date}.',
    HOLIDAYS_OVERLAP:
      'Op (een deel van) deze dagen is het al vakantie{kind, select, HERFST {: de herfstvakantie} KERST {: de kerstvakantie} VOORJAAR {: de voorjaarsvakantie} MEI {: de meivakantie} ZOMER {: de zomervakantie} other {}}, van {from, date} tot en met {until, date}. Kies andere dagen, of pas eerst die vakantie aan.',
    HAS_THEMES_BELOW:
      'Onder dit thema vallen andere thema’s. Daarom kan het niet zelf onder een ander thema vallen.',

    THEME_EXISTS: 'Dit thema staat al op de lijst: {theme}.',
    ALREADY_PROPOSED: 'Dit thema is net al voorgesteld.',
    ONE_THEME: 'Kies een bestaand thema of maak een nieuw thema. Niet allebei.',

    // agreements between regions
    OWN_REGION: 'Dit is de eigen regio, of een deel daarvan. Daar is geen afspraak voor nodig.',
    WHOLE_COUNTRY: 'Maak een afspraak met een regio, niet met het hele land.',
    ALREADY_AGREED:
      'Met deze regio is er voor (een deel van) deze dagen al een afspraak, of een vraag die nog openstaat.',
    REGION_ASKED:
      'Deze regio is voor (een deel van) deze dagen al gevraagd om samen te werken, of om het netwerk over te nemen. Wacht het antwoord af, of trek die vraag in. Samenwerken tot de dag waarop het netwerk overgaat, kan wel: geef dan een laatste dag.',
    ALREADY_DECIDED: 'Deze vraag is al afgehandeld op {on, date}.',
    OWN_QUESTION: 'U hebt dit zelf gevraagd. Een andere coördinator van de regio beslist.',
    AGREEMENT_OVER: 'Dit was gevraagd tot en met {on, date}. Laat de andere regio het opnieuw vragen.',
    NOT_AGREED: 'Er is geen afspraak die nu geldt of nog begint.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
