export const nl = {
  /** around every mail */
  frame: {
    why: 'U krijgt dit bericht omdat u bij een oudernetwerk betrokken bent.',
    unsubscribe: 'Deze berichten niet meer ontvangen',
  },

  /** `self` is about the reader, `person` null is a parent whom the reader may not know */
  subjects: {
    EXPECTED_END:
      '{network}: {self, select, yes {u} other {een trekker}} {when, select, past {zou stoppen} recorded {stopt} other {stopt naar verwachting}} op {on, date}',
    SUPPORT_ENDING: '{network}: de ondersteuning {when, select, past {stopte} other {stopt}} op {on, date}',
    HANDOVER_OVERDUE: '{network}: de overdracht loopt achter',
    TIE_UNCONFIRMED:
      '{network}: {self, select, yes {kloppen uw gegevens nog?} other {gegevens van een trekker nagaan}}',
    DEPARTURE: '{network}: een trekker stopt, laatste dag {on, date}',
  },

  /** what is so */
  facts: {
    EXPECTED_END:
      '{self, select, yes {Volgens onze gegevens {when, select, past {was} other {is}} {on, date} uw laatste dag als trekker van {network}.} other {{person, select, null {Een trekker} other {{person}}} {when, select, past {zou stoppen} recorded {stopt} other {stopt naar verwachting}} op {on, date} als trekker van {network}.}}',
    SUPPORT_ENDING:
      'Op {on, date} {when, select, past {stopte} other {stopt}} de laatste afspraak over ondersteuning van {network}.',
    HANDOVER_OVERDUE:
      '{overdue, plural, one {Eén punt van de overdracht bij {network} is over tijd. Het had} other {# punten van de overdracht bij {network} zijn over tijd. Het eerste had}} op {on, date} klaar moeten zijn.',
    TIE_UNCONFIRMED:
      '{self, select, yes {U hebt uw gegevens al een tijd niet bevestigd. Wij gebruiken ze om te weten tot wanneer u trekker bent.} other {Een trekker van {network} heeft de eigen gegevens al een tijd niet bevestigd.}}',
    DEPARTURE:
      '{person, select, null {Een trekker} other {{person}}} stopt als trekker van {network}.{byThemselves, select, yes { Dat liet deze ouder zelf weten.} other {}} De laatste dag is {on, date}.',
  },

  /** what is asked of the reader */
  requests: {
    EXPECTED_END:
      '{self, select, yes {Klopt dat? En weet u al wie u kan opvolgen? Vertel het de coördinator van uw regio, dan regelt u het samen.} other {Zoek samen met de ouders op tijd een opvolger. Een goede overdracht kost maanden.}}',
    SUPPORT_ENDING: 'Spreek samen af wie het netwerk daarna ondersteunt.',
    HANDOVER_OVERDUE: 'Werk de lijst samen bij, of spreek nieuwe dagen af.',
    TIE_UNCONFIRMED:
      '{self, select, yes {Wilt u nagaan of ze nog kloppen?} other {Wilt u samen met deze ouder nagaan of ze nog kloppen?}}',
    DEPARTURE:
      '{alone, select, yes {Daarna heeft het netwerk geen trekker, en zorgt het vangnet ervoor. Zoek samen met de ouders een opvolger.} other {Er blijft nog minstens één trekker. Ga samen na of dat genoeg is.}}',
  },

  digest: {
    subject: 'Uw werklijst van deze week: {total, plural, one {# punt} other {# punten}}',
    counts:
      '{total, plural, =0 {Op dit moment vraagt niets uw aandacht.} other {Kritiek: {critical}. Loopt risico: {atRisk}. Vraagt aandacht: {attention}.}}',
    why: 'U krijgt dit bericht omdat u coördinator of secretaris bent.',
    shown: 'Hieronder staan de {shown} punten met de meeste haast.',
  },
} as const;
