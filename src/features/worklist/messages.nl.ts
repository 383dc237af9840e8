export const nl = {
  /** Why something needs somebody. They name nobody. */
  findings: {
    NO_TREKKER: 'Sinds {since, date} is er geen trekker. Hooguit houdt een vangnet het netwerk in stand.',
    TREKKER_ABSENT:
      '{count, plural, one {De trekker is} =2 {Beide trekkers zijn} other {Alle # trekkers zijn}} sinds {since, date} afwezig, en niemand neemt waar. Zolang houdt hooguit een vangnet het netwerk in stand.',
    ABSENCE_OVERDUE: 'Een trekker zou tot en met {due, date} afwezig zijn, en is nog niet terug.',
    SINGLE_TREKKER: 'Eén trekker draagt het netwerk, zonder co-trekker.',
    ENDS_SOON:
      'Na {due, date} is er {recorded, select, yes {} other {naar verwachting }}geen trekker meer. Niemand heeft toegezegd het over te nemen.',
    ALL_LEAVE_TOGETHER:
      '{count, plural, =2 {Beide trekkers} other {Alle # trekkers}} stoppen {recorded, select, yes {} other {naar verwachting }}rond dezelfde tijd, vanaf {due, date}.',
    NO_SUCCESSOR: 'Er is nog geen opvolger in beeld.',
    HANDOVER_OVERDUE:
      '{count, plural, one {Eén punt van de overdracht is over tijd. Het had klaar moeten zijn op} other {# punten van de overdracht zijn over tijd. Het eerste had klaar moeten zijn op}} {due, date}.',
    LONG_TENURE: 'Een trekker gaat al langer door dan de richttijd. Die was om op {due, date}.',
    NO_SUPPORT: 'Geen organisatie ondersteunt het netwerk.',
    SUPPORT_ENDING: 'De laatste ondersteuning stopt op {due, date}.',
    INACTIVE: 'Er is al {count, plural, one {# dag} other {# dagen}} of langer geen activiteit vastgelegd.',
    OVERLOADED:
      'Een trekker heeft meer dan {count, plural, one {# rol} other {# rollen}} tegelijk, zetels meegeteld.',
    UNREACHABLE:
      'De contactpersoon is niet te bereiken: die doet niet meer mee, is afwezig, of heeft geen e-mailadres en geen telefoonnummer. Is er geen contactpersoon, dan geldt dat voor alle trekkers.',
    TIE_UNCONFIRMED:
      'Het verwachte einde gaat uit van een kind op school. Sinds {since, date} moet opnieuw bevestigd worden dat dit klopt.',
    NETWORK_ENDS:
      'De laatste dag van het netwerk: {due, date}. {count, plural, one {Er is nog één ding te doen.} other {Er zijn nog # dingen te doen.}}',
    SEAT_VACANT: 'De zetel is vacant sinds {since, date}. Er is nog niemand benoemd.',
    TERM_ENDS: 'De zittingstermijn loopt tot en met {due, date}. Er is nog niemand benoemd voor daarna.',
    CARRIED_OVER:
      'De zittingstermijn is voorbij sinds {since, date}. Degene die de zetel vervult, blijft tot er een opvolger is.',
    HOLDER_OVERDUE:
      'Degene die de zetel vervult, zou tot en met {due, date} afwezig zijn, en is nog niet terug.',
    TRAINING_EXPIRES:
      '{count, plural, one {Eén training is verlopen of verloopt binnenkort: geldig tot en met} other {# trainingen zijn verlopen of verlopen binnenkort. De eerste: geldig tot en met}} {due, date}.',
    CONSENT_ENDS: 'De toestemming om gevonden te worden geldt tot en met {due, date}.',
    SEAT_CLASHES:
      'Deze ouder zit in {count, plural, one {een groep} other {# groepen}} waarvan het reglement iets uitsluit dat in de eigen gegevens van de ouder staat. Alleen de ouder en de coördinator van de regio zien die gegevens.',
    AGREEMENT_ASKED:
      'Een andere regio vraagt sinds {since, date} om een afspraak. Antwoord graag uiterlijk op {due, date}.',
    NETWORK_MOVE_ASKED:
      'Een andere regio vraagt sinds {since, date} of een netwerk naar uw regio mag overgaan. Antwoord graag uiterlijk op {due, date}.',
    AGREEMENT_ANSWERED: 'De andere regio heeft op {since, date} iets besloten over de afspraak.',
    AGREEMENT_ENDS:
      'De afspraak met de andere regio geldt tot en met {due, date}. Voor daarna is er nog niets.',
    PERSON_DIED: 'Een ouder die hier meedeed, is overleden. Dat is vastgelegd op {since, date}.',
    PERSON_STOPPED: 'Een ouder die hier meedeed, is met alles gestopt. Dat is vastgelegd op {since, date}.',
    DEATH_TAKEN_BACK:
      'Door een vergissing stond hier dat een ouder was overleden. Dat is op {since, date} hersteld.',
    STOP_TAKEN_BACK:
      'Een ouder die met alles was gestopt, gaat toch door. Dat is vastgelegd op {since, date}.',
    LETTER_WAITS:
      'Voor een ouder die wij niet per e-mail bereiken, ligt sinds {since, date} een brief klaar.',
    NOTICE_OWED:
      'Een ouder wil nu geen berichten van ons, maar moet iets weten: dat is wettelijk zo. Het gaat om een bericht van {since, date}.',
    PERSON_MOVED_AWAY:
      'Een ouder uit uw regio verhuist naar een andere regio. Dat is vastgelegd op {since, date}. Het is nog niet bekend of de nieuwe regio de ouder mag kennen. Tot dan bent u er voor deze ouder.',
    PERSON_MOVED_HERE:
      'Een ouder is naar uw regio verhuisd, en u mag de ouder nu kennen. Dat is sinds {since, date} zo.',
    TELL_OF_CHANGE:
      'De gemeente van een ouder gaat naar een andere regio. Mail komt bij de ouder niet aan, en die weet het nog niet. Vertel het graag uiterlijk op {due, date}.',
    TELL_CHANGE_IS_OFF:
      'Een ouder hoorde van u dat de gemeente naar een andere regio gaat. Dat gaat niet door. Vertel het graag uiterlijk op {due, date}.',
    REGION_LEAVES:
      'Vanaf {due, date} horen gemeenten van uw regio bij een andere regio. Van netwerken of ouders daar is nog niet besloten of ze meegaan.',
    REGION_COMES:
      'Vanaf {due, date} horen gemeenten van een andere regio bij uw regio. Van netwerken of ouders daar is nog niet besloten of ze meekomen.',
    MOVE_TAKEN_BACK:
      'Door een vergissing stond hier dat een ouder was verhuisd. Dat is op {since, date} hersteld: u bent er weer voor deze ouder.',
  },

  /** What would help. */
  actions: {
    OPEN_SUCCESSION: 'Start een opvolging.',
    ADD_CANDIDATE: 'Zoek een kandidaat-opvolger.',
    MOVE_CANDIDATE: 'Praat verder met de kandidaat, tot er een toezegging is.',
    COMPLETE_SUCCESSION: 'Rond de opvolging af.',
    ARRANGE_SUBSTITUTE: 'Spreek met het netwerk af wie zolang waarneemt.',
    ASK_ABSENT_TREKKER: 'Vraag de trekker wanneer die terugkomt, en leg het vast. Een reden hoeft niet.',
    ASK_ABSENT_HOLDER:
      'Vraag degene die de zetel vervult wanneer die terugkomt, en leg het vast. Een reden hoeft niet.',
    ADD_CO_TREKKER: 'Zoek een co-trekker.',
    SPREAD_LEAVING: 'Spreek af dat de trekkers na elkaar stoppen, en niet tegelijk.',
    FINISH_HANDOVER: 'Werk de overdracht bij.',
    TALK_ABOUT_TENURE: 'Vraag de trekker hoe lang die nog door wil gaan.',
    ARRANGE_SUPPORT: 'Zoek een organisatie die het netwerk ondersteunt.',
    CONTACT_NETWORK: 'Neem contact op met het netwerk, en leg de activiteit vast.',
    SHARE_ROLES: 'Verdeel de rollen over meer ouders.',
    NAME_CONTACT: 'Wijs een contactpersoon aan die bereikbaar is.',
    CONFIRM_TIE: 'Vraag de trekker of het kind nog op deze school zit.',
    PREPARE_END:
      'Kijk wat er nog te doen is: het de leden vertellen, de bestanden overdragen, de leden aan een andere plek helpen. Vink af wat klaar is.',
    FILL_SEAT: 'Zoek iemand voor de zetel.',
    REAPPOINT_OR_REPLACE: 'Benoem degene die de zetel vervult opnieuw, of zoek een opvolger.',
    RENEW_TRAINING: 'Vraag of de ouder de training wil herhalen, en leg de nieuwe training vast.',
    ASK_CONSENT: 'Vraag of de ouder gevonden wil blijven worden.',
    TALK_ABOUT_CLASH:
      'Praat met de ouder: kloppen de gegevens nog, en wat wil de ouder zelf? De benoeming blijft gelden tot iemand die beëindigt.',
    DECIDE_AGREEMENT: 'Lees wat de andere regio vraagt, en zeg ja of nee.',
    READ_ANSWER: 'Lees het antwoord, en vertel het wie erop wacht.',
    FEEL_WITH_FAMILY:
      'Laat de familie weten dat u met hen meeleeft. Spreek af wie het aan het netwerk of de groep vertelt. Zorg dat er geen post meer op naam van deze ouder komt.',
    TELL_WHO_STOPPED: 'Vertel het aan wie met deze ouder samenwerkte, en bedank de ouder.',
    TELL_BY_TELEPHONE:
      'Bel de ouder, en leg uit wat er misging. Bel ook wie het al had gehoord. Stuur hierover geen mail.',
    TELL_WHO_GOES_ON: 'Vertel het aan wie had gehoord dat deze ouder stopte.',
    SEND_LETTER: 'Open de brief, print die en stuur hem op. Meld daarna dat de brief is verstuurd.',
    TELL_WITH_CARE:
      'Vertel het zelf, op een manier en een moment die passen. Vraag niet waarom de ouder geen berichten wil.',
    ASK_TO_INTRODUCE:
      'Heeft de ouder een e-mailadres, dan is de vraag gemaild. Bel als er geen antwoord komt: mogen we u voorstellen aan uw nieuwe regio? Leg het antwoord vast.',
    WELCOME: 'Maak kennis, en vraag of en hoe de ouder hier mee wil doen.',
    TELL_BY_LETTER:
      'Vertel het de ouder per brief of telefoon, en ook dat de ouder nee mag zeggen. Zeg daarna dat het gedaan is. Zegt de ouder nee, leg dat dan vast.',
    TELL_IT_IS_OFF: 'Vertel het de ouder per brief of telefoon. Zeg daarna dat het gedaan is.',
    PREPARE_CHANGE:
      'Kijk welke netwerken en ouders het zijn. Wat bij u moet blijven, kunt u per stuk weigeren. Tot het is toegepast, bent u er voor hen.',
    APPLY_CHANGE: 'Kijk wat er komt, en weiger per stuk wat niet past. Pas de rest toe vanaf de dag zelf.',
    READ_WHO_STAYS: 'Lees wie het is. U hoeft de ouder niets te vragen.',
    RENEW_AGREEMENT: 'Vraag de andere regio of jullie samen doorgaan, of rond het samen af.',
  },
} as const;
