export const nl = {
  failures: {
    ALREADY_REGISTERED: 'Deze persoon staat al geregistreerd als ervaringsdeskundige.',
    NOT_A_PARENT: 'Alleen iemand die als ouder meedoet, kan ervaringsdeskundige worden.',
    ONLY_SELF_DECLARED:
      'Zegt u dit over uzelf? Kies dan ‘zelf verklaard’. Is het op een andere manier gebleken? Dan legt een coördinator dat vast.',
    ESTABLISHED_BY_COORDINATOR:
      'Een coördinator heeft dit vastgesteld. Vraag de coördinator van uw regio om het te wijzigen.',
    ORGANISATION_OR_MUNICIPALITY: 'Kies een organisatie of een gemeente, en niet allebei.',
    PLACE_NEEDED:
      'Kies waar iemand gevonden mag worden: in de eigen regio, ook door groepen waarmee de regio afspraken heeft, of in het hele land.',
    ONE_PLACE: 'Kies één plaats: de regio met afspraken heeft een eigen tekst.',
    ON_PAPER_ONLY:
      'Verder dan de eigen regio kan alleen als de ouder dat zelf online kiest, of ervoor tekent op papier.',
    WIDER_THAN_GIVEN:
      'De ouder heeft zelf minder toegestaan, of de toestemming ingetrokken. Alleen de ouder kan dat ruimer maken, online.',
    OTHER_CONSENT_TEXT:
      'De tekst over toestemming is veranderd. Laat versie {version} zien en vraag het opnieuw.',
    OTHER_CHANNEL:
      'Alleen de ouder zelf geeft online toestemming. Doet u dit namens een ouder? Kies dan hoe u het hoorde: op papier, aan de telefoon of in een gesprek.',
    NO_PLACE_LEFT:
      'Er zijn te veel verschillende talen of thema’s in gebruik. Kies wat al voorkomt, of vraag de beheerder om hulp.',
    NO_CONSENT: 'Er is geen toestemming om in te trekken.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
