export const nl = {
  /** To the person whose consent somebody else recorded: it names nobody. */
  consentSubjects: {
    GIVEN: 'Iemand anders heeft uw toestemming vastgelegd',
    WITHDRAWN: 'Iemand anders heeft uw toestemming ingetrokken',
  },
  /** what was recorded, by whom, and how they say that they heard it */
  consents: {
    GIVEN:
      'Een coördinator{region, select, null {} other { van de regio {region}}} heeft op {on, date} vastgelegd dat u vanaf die dag gevonden wilt worden als ervaringsdeskundige, bijvoorbeeld voor een plek in een adviesraad of aan een beleidstafel. {channel, select, PAPER {Volgens de coördinator hebt u daarvoor een papier getekend.} PHONE {Volgens de coördinator hebt u dat aan de telefoon gezegd.} other {Volgens de coördinator hebt u dat in een gesprek gezegd.}}',
    WITHDRAWN:
      'Een coördinator{region, select, null {} other { van de regio {region}}} heeft op {on, date} vastgelegd dat u vanaf die dag niet meer gevonden wilt worden als ervaringsdeskundige. {channel, select, PAPER {Volgens de coördinator hebt u daarvoor een papier getekend.} PHONE {Volgens de coördinator hebt u dat aan de telefoon gezegd.} other {Volgens de coördinator hebt u dat in een gesprek gezegd.}}',
  },
  /** what holds when the mail leaves */
  consentHolds: {
    FOUND:
      'Dit geldt nu, tot en met {until, date}: u bent te vinden voor groepen {place, select, COUNTRY {in het hele land} REGION_AND_AGREEMENTS {in uw eigen regio, en ook voor groepen uit andere regio’s die daar volgens een afspraak werken} other {in uw eigen regio, en voor geen andere}}.{apps, select, yes { Ook apps van andere organisaties mogen u vinden.} other { Apps van andere organisaties mogen u niet vinden.}} Wie u vindt, ziet uw naam pas als u ja zegt op een uitnodiging.',
    HIDDEN: 'Dit geldt nu: niemand kan u vinden.',
  },
  consentRight: {
    GIVEN:
      'Klopt dit niet? U kunt uw toestemming elke dag zelf wijzigen of intrekken. Trekt u die zelf in, dan kan niemand anders die opnieuw vastleggen. Lukt dat niet, vraag het dan aan de coördinator van uw regio{organisation, select, null {} other { of aan {organisation}}}.',
    WITHDRAWN:
      'Klopt dit niet? U kunt zelf opnieuw toestemming geven. Klopt het wel, en moet het zo blijven? Trek uw toestemming dan ook zelf in: daarna kan niemand anders die opnieuw vastleggen. Lukt dat niet, vraag het dan aan de coördinator van uw regio{organisation, select, null {} other { of aan {organisation}}}.',
  },
  /** a yes or no to a purpose */
  saidSubjects: {
    GIVEN: 'Iemand anders heeft uw toestemming vastgelegd',
    WITHDRAWN: 'Iemand anders heeft vastgelegd dat u nee zei',
  },
  said: {
    GIVEN:
      'Een coördinator van uw regio heeft op {on, date} vastgelegd dat u ja zegt: {what}. {channel, select, PAPER {Volgens de coördinator hebt u daarvoor een papier getekend.} PHONE {Volgens de coördinator hebt u dat aan de telefoon gezegd.} other {Volgens de coördinator hebt u dat in een gesprek gezegd.}}',
    WITHDRAWN:
      'Een coördinator van uw regio heeft op {on, date} vastgelegd dat u nee zegt. Dit mag dus niet: {what}. {channel, select, PAPER {Volgens de coördinator hebt u daarvoor een papier getekend.} PHONE {Volgens de coördinator hebt u dat aan de telefoon gezegd.} other {Volgens de coördinator hebt u dat in een gesprek gezegd.}}',
  },
  saidPurposes: {
    SCHOOL_AND_THEMES:
      'wij bewaren op welk soort school uw kind zit, ook als dat speciaal onderwijs is, en over welke thema’s u uit ervaring kunt meepraten',
    CONTACT_BY_APP: 'apps van andere organisaties zien hoe u te bereiken bent',
    PHOTO: 'de regio gebruikt foto’s waar u op staat',
    NEWSLETTER: 'u krijgt de nieuwsbrief van de regio',
  },
  saidRight: {
    GIVEN:
      'Klopt dit niet, of wilt u dit niet meer? U kunt uw toestemming elke dag intrekken: zelf, of door het aan de coördinator van uw regio te zeggen. Trekt u die zelf in, dan kan niemand anders die opnieuw vastleggen.',
    WITHDRAWN:
      'Klopt dit niet? U kunt elke dag weer ja zeggen: zelf, of door het aan de coördinator van uw regio te zeggen.',
  },
  consentFrame: {
    why: 'U krijgt dit bericht omdat iemand anders iets over uw toestemming heeft vastgelegd.',
  },
} as const;
