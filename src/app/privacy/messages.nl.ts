/** The words of the register of processing (AVG article 30). */
export const nl = {
  activities: {
    KNOWING_PARENTS: 'Weten welke ouders meedoen',
    REACHING_PARENTS: 'Ouders kunnen bereiken',
    NETWORKS: 'Bijhouden wie een oudernetwerk trekt en wie lid is',
    SUCCESSION: 'Een opvolger vinden als een trekker stopt',
    SCHOOL_TIES: 'Weten tot wanneer een ouder een kind op school heeft',
    EXPERTS: 'Ervaringsdeskundige ouders vinden voor een zetel',
    CONSENTS: 'Bewijzen waarvoor een ouder toestemming gaf',
    SEATS: 'Ouders uitnodigen en benoemen in adviesraden en aan beleidstafels',
    DEPARTURES: 'Afhandelen dat iemand stopt of overlijdt',
    MAIL: 'Berichten sturen',
    WORK: 'Coördinatoren laten zien wat aandacht vraagt',
    ORGANISATIONS: 'Organisaties en coördinatoren kunnen bereiken',
    SIGN_IN: 'Inloggen en rechten',
    ACCOUNTABILITY: 'Verantwoorden wie wat deed en wie wat zag',
  },
  purposes: {
    KNOWING_PARENTS:
      'Een regio weet welke ouders willen meedoen, waar zij wonen, in welke taal zij lezen en hoeveel tijd zij hebben. Van een kind staat hier niets.',
    REACHING_PARENTS:
      'De coördinator belt of mailt een ouder over het netwerk of de raad waar die aan meedoet. Anderen zien het adres alleen met een ja van de ouder; de ouder ziet wie heeft gekeken.',
    NETWORKS:
      'Een oudernetwerk heeft op elke dag iemand die het trekt. Daarvoor is bekend wie dat doet, wie lid is, van wanneer tot wanneer, en wie er tijdelijk niet is. De reden van afwezigheid wordt niet gevraagd.',
    SUCCESSION:
      'Een netwerk stopt niet omdat zijn trekker stopt. Daarvoor is bekend wie het zou kunnen overnemen en wat diegene daarvan zei.',
    SCHOOL_TIES:
      'Wie geen kind meer op school heeft, verlaat vaak het netwerk. De soort school en het leerjaar zeggen wanneer dat is. Naam, geboortedatum, BSN of diagnose van een kind wordt nooit bewaard.',
    EXPERTS:
      'Een raad zoekt een ouder die voor meer spreekt dan het eigen verhaal. Een profiel is vindbaar zonder naam, alleen met toestemming, en alleen waar de ouder dat goed vindt.',
    CONSENTS:
      'Wie om toestemming vraagt, moet kunnen laten zien waarvoor, wanneer, met welke tekst en hoe die is gegeven of ingetrokken.',
    SEATS:
      'Een raad vraagt een ouder voor een zetel en houdt bij wie er zit en tot wanneer. De naam wordt pas bekend na een ja. Wie is voorgedragen en nog niet antwoordde, staat er los van.',
    DEPARTURES:
      'Wie stopt of overlijdt, krijgt geen post meer en wordt nergens meer voor gevraagd. Rollen eindigen in één keer, en een vergissing kan worden hersteld.',
    MAIL: 'Herinneringen, uitnodigingen en afspraken voor de agenda. De service bewaart dat een bericht ging en waarover, niet de tekst.',
    WORK: 'Een werklijst zegt welke netwerken en zetels aandacht nodig hebben. Het oordeel gaat over een netwerk, nooit over een ouder.',
    ORGANISATIONS: 'Postbus en telefoonnummer van een rol of organisatie, zoals die het zelf bekend maakt.',
    SIGN_IN:
      'Wie inlogt, heeft een account met rollen en een einddatum. Beveiliging van persoonsgegevens is een plicht (artikel 32 AVG).',
    ACCOUNTABILITY:
      'Wie iets wijzigt of inziet, staat in een logboek dat niemand kan veranderen, zodat een ouder kan nagaan wat er met de eigen gegevens is gedaan (artikel 5, tweede lid, en 24 AVG).',
  },
  controllers: {
    SAMENWERKINGSVERBAND: 'samenwerkingsverband',
    GEMEENTE: 'gemeente',
    PARENTS: 'ouderorganisatie',
    NATIONAL: 'landelijk steunpunt',
    OTHER: 'andere organisatie',
  },
  grounds: {
    CONSENT: 'toestemming (artikel 6, eerste lid, onder a)',
    LEGAL_OBLIGATION: 'wettelijke plicht (artikel 6, eerste lid, onder c)',
    PUBLIC_TASK: 'taak van algemeen belang (artikel 6, eerste lid, onder e)',
    LEGITIMATE_INTEREST: 'gerechtvaardigd belang (artikel 6, eerste lid, onder f)',
  },
  notes: {
    health:
      'Kan iets zeggen over de gezondheid van een kind: alleen met uitdrukkelijke toestemming (artikel 9, tweede lid, onder a).',
  },
  whose: {
    PARENT: 'ouders en andere deelnemers',
    ACCOUNT_HOLDER: 'mensen met een account',
    ORGANISATION_CONTACT: 'contactpersonen van organisaties',
    NOMINEE: 'mensen die zijn voorgedragen',
  },
  seenBy: {
    COORDINATOR: 'coördinator van de regio',
    NATIONAL_OFFICE: 'landelijk beheer',
    NETWORK: 'trekkers en ondersteuners van het netwerk',
    BODY: 'wie de zetels van de raad vult',
    OTHER_REGION: 'een andere regio, volgens afspraak',
    SIGNED_IN: 'iedereen met een account',
    SERVICE: 'niemand; alleen de service werkt ermee',
  },
  kept: {
    WHILE_TAKING_PART: 'zolang iemand meedoet, en 24 maanden na de laatste rol, toestemming of kandidatuur',
    ROLE: 'blijft onder een pseudoniem, omdat anderen ermee verder werken',
    UNTIL_WITHDRAWN:
      'tot de ouder de toestemming intrekt of die verloopt, en daarna als bij iemand die meedoet',
    PROOF: 'zolang het iets bewijst; het noemt niemand bij naam',
    MAIL: '90 dagen',
    INVITATION: '12 maanden na het antwoord',
    INVITATION_REASON: '6 maanden na het antwoord',
    NOTE: 'zolang de regio de ouder kent, en 24 maanden nadat de ouder vertrok',
    ACCOUNT: 'tot 12 maanden na het laatste gebruik',
    SHORT: 'tot het is beantwoord of verloopt, hooguit enkele weken',
    LIST: 'tot de lijst is verwerkt of weggegooid, hooguit 14 dagen; wat nodig is om de lijst terug te draaien 30 dagen daarna',
    FOLLOWS: 'zolang dat waaruit het volgt',
    ORGANISATION: 'tot de organisatie het wijzigt',
  },
} as const;
