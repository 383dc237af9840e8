export const nl = {
  failures: {
    // seats and appointments
    OTHER_BODY: 'Deze zetel hoort bij een andere groep.',
    SEAT_TAKEN:
      'In deze periode is deze zetel al bezet ({until, select, null {vanaf {from, date}} other {{from, date} tot en met {until, date}}}).',
    ALREADY_IN_BODY:
      'Deze persoon heeft in die periode al een zetel in deze groep ({until, select, null {vanaf {from, date}} other {{from, date} tot en met {until, date}}}).',
    BODY_ENDED: 'Deze groep is gestopt op {on, date}.',
    BODY_HAS_APPOINTMENTS:
      'Voor deze groep zijn al benoemingen vastgelegd. Leg een volgende benoeming vast bij de zetel.',
    SEAT_ABOLISHED: 'Deze zetel bestaat niet meer vanaf {on, date}.',
    TERM_LIMIT_REACHED:
      'In deze groep kan iemand hoogstens {max, plural, one {# termijn} other {# termijnen}} achter elkaar blijven.{again, select, null {} other { Vanaf {again, date} kan het weer.}}',
    LEFT_SEAT: 'Voor deze persoon is {on, date} als laatste dag vastgelegd. Leg een nieuwe benoeming vast.',
    INCOMPATIBLE_EMPLOYEE:
      'Dit gaat niet samen: deze persoon werkt bij {where} ({until, select, null {vanaf {from, date}} other {{from, date} tot en met {until, date}}}).',
    INCOMPATIBLE_COUNCIL_MEMBER:
      'Dit gaat niet samen: deze persoon is raadslid van {where} ({until, select, null {vanaf {from, date}} other {{from, date} tot en met {until, date}}}).',
    INCOMPATIBLE_BOARD_MEMBER:
      'Dit gaat niet samen: deze persoon is bestuurslid van {where} ({until, select, null {vanaf {from, date}} other {{from, date} tot en met {until, date}}}).',
    INCOMPATIBLE_CONTRACTOR:
      'Dit gaat niet samen: deze persoon werkt in opdracht van {where} ({until, select, null {vanaf {from, date}} other {{from, date} tot en met {until, date}}}).',
    ASK_FIRST:
      'Deze persoon heeft nu geen zetel in deze groep. Vraag het eerst: nodig een oud-lid uit met de vorige benoeming.',
    PERSON_OR_INVITATION: 'Kies een persoon of een uitnodiging, en niet allebei.',
    OTHER_SEAT: 'Deze uitnodiging is voor een andere zetel.',
    NOT_ACCEPTED: 'Op deze uitnodiging is geen ja gezegd, of ze is al afgehandeld.',
    ONE_REQUIREMENT: 'Vraag in elke eis precies één ding.',

    // invitations
    ONE_WAY_TO_INVITE:
      'Geef één van de drie: een ervaringsdeskundige, de vorige benoeming van een oud-lid, of iemand die is voorgedragen.',
    LEFT_FOR_GOOD: 'Dit oud-lid kan niet meer worden uitgenodigd.',
    ALREADY_ASKED: 'Deze ouder is al uitgenodigd voor deze zetel.',
    SITS_ALREADY: 'Deze ouder heeft al een zetel in deze groep.',
    SEAT_NOT_OPEN: 'Voor deze zetel is nu niemand nodig: de zetel is bezet of bestaat niet meer.',
    NOT_SUITABLE: 'Deze ouder kan deze zetel niet vervullen. {why}',
    REQUIREMENT_MISSING:
      'Deze ouder mist iets wat de zetel vraagt. {why} Schrijf op waarom u deze ouder toch uitnodigt.',
    ASKED_OFTEN:
      'Deze ouder is het afgelopen halfjaar al {count} keer uitgenodigd. Kies iemand anders, of schrijf op waarom het toch kan.',
    ASKED_TOO_OFTEN: 'Deze ouder is het afgelopen halfjaar al {count} keer uitgenodigd. Vaker kan niet.',
    MANY_NOMINATED:
      'Voor deze zetel wachten al {count} mensen die zijn voorgedragen op hun antwoord. Wacht tot iemand antwoordt, of trek een uitnodiging in.',
    MANY_NOMINATED_TODAY:
      'U hebt vandaag al {count} mensen uitgenodigd die zijn voorgedragen. Ga morgen verder.',
    WEB_ADDRESS:
      'Noem hier geen webadres: de uitnodiging heeft zelf de link om te antwoorden. Staat er geen webadres? Zet dan een spatie na elke punt.',
    ALREADY_ANSWERED: 'Deze uitnodiging is al beantwoord op {on, date}.',
    INVITATION_EXPIRED: 'Deze uitnodiging is verlopen. Antwoorden kon tot en met {on, date}.',
    INVITATION_CLOSED: 'Deze uitnodiging is gesloten op {on, date}.',
    SAY_AS_WHAT: 'U staat bij ons op meer dan één manier bekend. Kies eerst hoe u hier meedenkt.',
    ALREADY_APPOINTED: 'Deze ouder is al benoemd. Beëindig dan de benoeming.',
  },

  /** Why a parent says no, in their own words. */
  declineKinds: {
    NO_TIME: 'Ik heb er geen tijd voor.',
    NOT_NOW: 'Nu niet, misschien later.',
    NOT_THIS_BODY: 'Deze groep past niet bij mij.',
    NOT_THIS_SUBJECT: 'Dit onderwerp past niet bij mij.',
    TOO_FAR: 'Het is te ver weg.',
    PERSONAL: 'Om persoonlijke redenen.',
    OTHER: 'Om een andere reden.',
  },

  /** What the rules of a body exclude, as it goes into the sentences below. */
  excludedKinds: {
    EMPLOYEE: 'werknemer',
    COUNCIL_MEMBER: 'raadslid',
    BOARD_MEMBER: 'bestuurslid',
    CONTRACTOR: 'opdrachtnemer',
  },
  /** To the parent who is invited, and to nobody else. */
  exclusions: {
    rule: 'Volgens het reglement kunt u deze zetel niet vervullen als u {kinds} bent van {places}.',
    municipalities: 'een gemeente in de regio {region}',
    clash:
      'In uw gegevens staat dat u {kind} bent van {where}. Alleen u en de coördinator van uw regio zien dat.',
    advice:
      'Klopt dat nog? Dan kunt u het beste nee zeggen. Kies bijvoorbeeld “Om een andere reden”: waarom precies hoeft niemand te weten. Klopt het niet meer? Vraag de coördinator van uw regio om het aan te passen.',
  },

  /** What to mind in a rooster van aftreden; `{share}` and `{days}` are rules of the body. */
  retirement: {
    TOO_MANY_LEAVE:
      'In dit jaar {count, plural, one {stopt # lid} other {stoppen # leden}}. Dat is te veel: het reglement laat hoogstens {share}% toe.',
    VACANT_TOO_LONG: 'Langer dan {days} dagen vacant: {count, plural, one {# zetel} other {# zetels}}.',
    CARRIED_OVER:
      'Bij {count, plural, one {# zetel} other {# zetels}} is de termijn voorbij, maar er is nog geen opvolger.',
    NO_REAPPOINTMENT:
      'Bij {count, plural, one {# zetel} other {# zetels}} kan degene die stopt geen termijn langer blijven, en er is nog geen opvolger.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
