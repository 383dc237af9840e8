/** Refusals about ervaringsdeskundigen, advisory bodies and their seats; part of the catalogue in messages.ts. */
export const SEAT_MESSAGES = {
  // ervaringsdeskundigen
  ALREADY_REGISTERED: {
    nl: 'Deze persoon staat al geregistreerd als ervaringsdeskundige.',
    en: 'This person is registered as an ervaringsdeskundige already.',
  },
  NOT_A_PARENT: {
    nl: 'Alleen wie als ouder meedoet, kan ervaringsdeskundige worden.',
    en: 'Only who speaks as a parent can become an ervaringsdeskundige.',
  },
  ONLY_SELF_DECLARED: {
    nl: 'Zegt u dit over uzelf? Kies dan SELF_DECLARED. Een coördinator legt vast wat op een andere manier bleek.',
    en: 'Do you say this of yourself? Choose SELF_DECLARED. A coordinator records what was established otherwise.',
  },
  ESTABLISHED_BY_COORDINATOR: {
    nl: 'Een coördinator heeft dit vastgesteld. Vraag de coördinator van uw regio om het te wijzigen.',
    en: 'A coordinator established this. Ask the coordinator of your region to change it.',
  },
  ORGANISATION_OR_MUNICIPALITY: {
    nl: 'Geef een organisatie of een gemeente, en niet allebei.',
    en: 'Give an organisation or a municipality, and not both.',
  },
  PLACE_NEEDED: {
    nl: 'Kies waar iemand gevonden mag worden: in de eigen regio of in het hele land.',
    en: 'Choose where somebody may be found: in their own region or in the whole country.',
  },
  OTHER_CONSENT_TEXT: {
    nl: 'De tekst over toestemming is nu versie {version}. Laat die zien en vraag het opnieuw.',
    en: 'The consent text is version {version} now. Show that one and ask again.',
  },
  OTHER_CHANNEL: {
    nl: 'ONLINE is voor de ouder zelf. Doet u dit namens een ouder, kies dan hoe die het liet weten: op papier, per telefoon of in een gesprek.',
    en: 'ONLINE is for the parent themselves. On behalf of a parent, choose how they let you know: on paper, by telephone or in a conversation.',
  },
  NO_CONSENT: {
    nl: 'Er is geen toestemming om in te trekken.',
    en: 'There is no consent to withdraw.',
  },

  // bodies, seats and appointments
  SEAT_TAKEN: {
    nl: 'In deze periode is deze zetel al bezet ({from} – {until}).',
    en: 'This seat is held already in that period ({from} – {until}).',
  },
  ALREADY_IN_BODY: {
    nl: 'Deze persoon heeft in die periode al een zetel in dit orgaan ({from} – {until}).',
    en: 'This person holds a seat of this body in that period already ({from} – {until}).',
  },
  BODY_ENDED: { nl: 'Dit orgaan is gestopt op {on}.', en: 'This body ended on {on}.' },
  SEAT_ABOLISHED: {
    nl: 'Deze zetel is er niet meer vanaf {on}.',
    en: 'This seat is no longer there from {on}.',
  },
  TERM_LIMIT_REACHED: {
    nl: 'Het hoogste aantal termijnen na elkaar in dit orgaan is {max}. Vanaf {again} kan het weer.',
    en: 'The highest number of terms in a row in this body is {max}. From {again} on it is possible again.',
  },
  LEFT_SEAT: {
    nl: 'Deze persoon stopt, of is gestopt, op {on}. Benoem opnieuw, als nieuwe benoeming.',
    en: 'This person leaves, or left, on {on}. Appoint them anew.',
  },
  INCOMPATIBLE_EMPLOYEE: {
    nl: 'Dit gaat niet samen: deze persoon werkt bij {where} ({from} – {until}).',
    en: 'This does not go together: this person works for {where} ({from} – {until}).',
  },
  INCOMPATIBLE_COUNCIL_MEMBER: {
    nl: 'Dit gaat niet samen: deze persoon is raadslid van {where} ({from} – {until}).',
    en: 'This does not go together: this person is on the council of {where} ({from} – {until}).',
  },
  INCOMPATIBLE_BOARD_MEMBER: {
    nl: 'Dit gaat niet samen: deze persoon is bestuurslid van {where} ({from} – {until}).',
    en: 'This does not go together: this person is on the board of {where} ({from} – {until}).',
  },
  INCOMPATIBLE_CONTRACTOR: {
    nl: 'Dit gaat niet samen: deze persoon werkt in opdracht van {where} ({from} – {until}).',
    en: 'This does not go together: this person works on a contract for {where} ({from} – {until}).',
  },
  PERSON_OR_INVITATION: {
    nl: 'Geef een persoon of een uitnodiging, en niet allebei.',
    en: 'Give a person or an invitation, and not both.',
  },
  OTHER_SEAT: {
    nl: 'Deze uitnodiging is voor een andere zetel.',
    en: 'This invitation is for another seat.',
  },
  NOT_ACCEPTED: {
    nl: 'Op deze uitnodiging is geen ja gezegd, of de vraag is al afgehandeld.',
    en: 'Nobody said yes to this invitation, or it has been settled already.',
  },
  ONE_REQUIREMENT: {
    nl: 'Vraag precies één ding per eis.',
    en: 'Ask exactly one thing in each requirement.',
  },

  // invitations
  ALREADY_ASKED: {
    nl: 'Deze ouder is voor deze zetel al gevraagd.',
    en: 'This parent has been asked for this seat already.',
  },
  SITS_ALREADY: {
    nl: 'Deze ouder heeft al een zetel in dit orgaan.',
    en: 'This parent holds a seat of this body already.',
  },
  SEAT_NOT_OPEN: {
    nl: 'Voor deze zetel hoeft u nu niemand te vragen: hij is bezet of bestaat niet meer.',
    en: 'Nobody is needed for this seat now: it is filled, or no longer there.',
  },
  NOT_SUITABLE: {
    nl: 'Deze ouder past niet op deze zetel. {why}',
    en: 'This parent does not fit this seat. {why}',
  },
  REQUIREMENT_MISSING: {
    nl: 'Deze ouder mist iets wat de zetel vraagt. {why} Schrijf op waarom u deze ouder toch vraagt.',
    en: 'This parent misses something that the seat asks for. {why} Say why you ask them all the same.',
  },
  ASKED_OFTEN: {
    nl: 'Deze ouder is het afgelopen half jaar al {count} keer gevraagd. Kies iemand anders, of schrijf op waarom het toch kan.',
    en: 'This parent was asked {count} times in the past six months. Choose somebody else, or say why it is right after all.',
  },
  ALREADY_ANSWERED: {
    nl: 'Deze vraag is al beantwoord op {on}.',
    en: 'This question was answered already on {on}.',
  },
  INVITATION_EXPIRED: {
    nl: 'Antwoorden op deze vraag kon tot en met {on}.',
    en: 'This question could be answered up to and including {on}.',
  },
  INVITATION_CLOSED: {
    nl: 'Deze vraag is gesloten op {on}.',
    en: 'This question was closed on {on}.',
  },
  ALREADY_APPOINTED: {
    nl: 'Deze ouder is al benoemd. Beëindig dan de benoeming.',
    en: 'This parent has been appointed already. End the appointment instead.',
  },
} as const;
