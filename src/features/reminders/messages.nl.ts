export const nl = {
  /** around every mail: from a region with a person behind it */
  frame: {
    greeting:
      '{name, select, null {{parent, select, yes {Beste ouder,} other {Goedendag,}}} other {Beste {name},}}',
    regards: 'Met vriendelijke groet,',
    coordinator: 'coördinator oudernetwerken, regio {region}',
    region: 'Oudernetwerken, regio {region}',
    service: 'Oudernetwerken',
    phone: 'Telefoon {phone}',
    /** after a question: how to answer it, by what the region has */
    byReply: 'Antwoord dan op dit bericht.',
    byPhone: 'Bel dan {phone}.',
    byPhoneOrMailbox: 'Bel dan {phone}, of mail naar {mailbox}.',
    byMailbox: 'Mail dan naar {mailbox}.',
    byRegion: 'Bel dan de coördinator van {region, select, null {uw regio} other {de regio {region}}}.',
    why: 'U krijgt dit bericht omdat u bij een oudernetwerk betrokken bent.',
    responsible:
      'Voor {own, select, yes {uw gegevens} other {de persoonsgegevens in dit bericht}} is {organisation} verantwoordelijk. Daar kunt u terecht als u ze wilt zien, verbeteren of laten verwijderen{ways, select, BOTH {: {email}, telefoon {phone}} EMAIL {: {email}} PHONE {: telefoon {phone}} other {}}.',
    unsubscribe: 'Deze berichten niet meer ontvangen',
  },
  /** `self` is about the reader, `person` null is a parent whom the reader may not know */
  subjects: {
    EXPECTED_END:
      '{self, select, yes {{when, select, past {Bent u nog trekker?} recorded {Uw laatste dag als trekker komt eraan} other {Hoe lang wilt u nog trekker zijn?}}} other {Een trekker {when, select, past {zou stoppen} recorded {stopt} other {stopt naar verwachting}} op {on, date}}}',
    SUPPORT_ENDING:
      'De ondersteuning van een oudernetwerk {when, select, past {stopte} other {stopt}} op {on, date}',
    HANDOVER_OVERDUE: 'Een overdracht loopt achter',
    TIE_UNCONFIRMED:
      '{self, select, yes {Kloppen uw gegevens nog?} other {Kloppen de gegevens van een trekker nog?}}',
    DEPARTURE: 'Een trekker {when, select, past {is gestopt} other {stopt}}, laatste dag {on, date}',
    ABSENCE_OVERDUE: 'Is een trekker er weer?',
  },
  buttons: { check: 'Klopt dat?' },
  /** in a calendar, where no letter stands around it */
  days: {
    HANDOVER_OVERDUE: '{network}: de overdracht loopt achter',
    TIE_UNCONFIRMED:
      '{network}: {self, select, yes {kloppen uw gegevens nog?} other {gegevens van een trekker nagaan}}',
  },
  /** what is so */
  facts: {
    EXPECTED_END:
      '{self, select, yes {U bent trekker van {network}. Volgens onze gegevens {when, select, past {was} other {is}} {on, date} uw laatste dag.} other {{person, select, null {Een trekker} other {{person}}} {when, select, past {zou stoppen} recorded {stopt} other {stopt naar verwachting}} op {on, date} als trekker van {network}.}}',
    SUPPORT_ENDING:
      'Op {on, date} {when, select, past {stopte} other {stopt}} de laatste afspraak over ondersteuning van {network}.',
    HANDOVER_OVERDUE:
      '{overdue, plural, one {Eén punt van de overdracht bij {network} is over tijd. Het had} other {# punten van de overdracht bij {network} zijn over tijd. Het eerste had}} op {on, date} klaar moeten zijn.',
    TIE_UNCONFIRMED:
      '{self, select, yes {U bent trekker van {network}. U hebt uw schoolgegevens al een tijd niet bevestigd. Wij gebruiken ze om in te schatten hoe lang u nog trekker bent.} other {Een trekker van {network} heeft de eigen schoolgegevens al een tijd niet bevestigd.}}',
    DEPARTURE:
      '{person, select, null {Een trekker} other {{person}}} {when, select, past {is gestopt} other {stopt}} als trekker van {network}.{byThemselves, select, yes { Dat liet deze ouder zelf weten.} other {}} De laatste dag {when, select, past {was} other {is}} {on, date}.',
    ABSENCE_OVERDUE:
      '{person, select, null {Een trekker} other {{person}}} zou tot en met {on, date} afwezig zijn als trekker van {network}. Volgens onze gegevens is dat nog zo.',
  },
  /** what is asked of the reader, in one sentence; what helps with it may follow */
  requests: {
    EXPECTED_END:
      '{self, select, yes {{when, select, past {Wilt u ons laten weten of u nog trekker bent?} recorded {Wilt u laten weten of dat nog klopt, en wie u kan opvolgen?} other {Wilt u laten weten of dat klopt, of hoe lang u anders nog trekker wilt zijn?}}} other {Wilt u samen met de ouders op tijd een opvolger zoeken? Een goede overdracht kost maanden.}}',
    SUPPORT_ENDING: 'Wilt u samen afspreken wie het netwerk daarna ondersteunt?',
    HANDOVER_OVERDUE: 'Wilt u de lijst samen bijwerken, of nieuwe dagen afspreken?',
    TIE_UNCONFIRMED:
      '{self, select, yes {Wilt u nagaan of ze nog kloppen?} other {Wilt u samen met deze ouder nagaan of ze nog kloppen?}}',
    DEPARTURE:
      '{alone, select, yes {{when, select, past {Sindsdien} other {Daarna}} heeft het netwerk geen trekker meer, en zorgt alleen het vangnet er nog voor. Wilt u samen met de ouders een opvolger zoeken?} other {Er blijft nog minstens één trekker. Wilt u samen nagaan of dat genoeg is?}}',
    ABSENCE_OVERDUE:
      'Wilt u vragen of deze ouder er weer is, en vastleggen tot wanneer de afwezigheid duurt? Naar een reden vragen wij niet.',
  },
  digest: {
    subject: 'Uw werklijst van deze week: {total, plural, one {# punt} other {# punten}}',
    counts:
      '{total, plural, =0 {Op dit moment vraagt niets uw aandacht.} one {Op uw werklijst staat # punt: {bands}. Wilt u kijken wat u deze week kunt doen?} other {Op uw werklijst staan # punten: {bands}. Wilt u kijken wat u deze week kunt doen?}}',
    critical: '{critical} kritiek',
    atRisk: '{atRisk} met een risico',
    attention: '{attention} om op te letten',
    why: 'U krijgt dit bericht omdat u coördinator of secretaris bent.',
    shown: 'Hieronder staan de {shown} punten met de meeste haast.',
  },
} as const;
