export const nl = {
  /** To a member: whether their network may reach them, or what somebody else recorded of that. */
  networkContactSubjects: {
    ASKED: 'Mag uw netwerk u mailen en bellen?',
    GIVEN: 'Iemand anders legde vast dat uw netwerk u mag bereiken',
    WITHDRAWN: 'Iemand anders legde vast dat uw netwerk u niet mag bereiken',
  },
  networkContactTold: {
    ASKED:
      'U doet mee aan {network}. De trekkers van dit netwerk en de organisatie die het ondersteunt, zien van u alleen uw naam. Mogen zij ook uw e-mailadres en telefoonnummer zien, om u te kunnen bereiken?',
    GIVEN:
      'Een coördinator van uw regio heeft op {on, date} vastgelegd dat uw oudernetwerk u mag mailen en bellen. {channel, select, PAPER {Volgens de coördinator hebt u daarvoor een papier getekend.} PHONE {Volgens de coördinator hebt u dat aan de telefoon gezegd.} other {Volgens de coördinator hebt u dat in een gesprek gezegd.}}',
    WITHDRAWN:
      'Een coördinator van uw regio heeft op {on, date} vastgelegd dat uw oudernetwerk u niet mag mailen en bellen. {channel, select, PAPER {Volgens de coördinator hebt u daarvoor een papier getekend.} PHONE {Volgens de coördinator hebt u dat aan de telefoon gezegd.} other {Volgens de coördinator hebt u dat in een gesprek gezegd.}}',
  },
  networkContactNext: {
    ASKED: 'Ja of nee, beide is goed. U kunt elke dag van gedachten veranderen.',
    GIVEN:
      'Dit geldt nu: de trekkers van uw netwerk en de organisatie die het ondersteunt, zien uw e-mailadres en telefoonnummer, zolang u meedoet. Klopt dat niet? Zeg dan nee. Niemand anders kan het daarna opnieuw vastleggen.',
    WITHDRAWN:
      'Dit geldt nu: de trekkers van uw netwerk en de organisatie die het ondersteunt, zien alleen uw naam. Klopt dat niet? Zeg dan ja.',
  },
  networkContactButtons: {
    ASKED: 'Ja of nee zeggen',
    GIVEN: 'Nee zeggen, of meer lezen',
    WITHDRAWN: 'Ja zeggen, of meer lezen',
  },
  networkContactWhy: {
    ASKED: 'U krijgt dit bericht omdat u meedoet aan dit netwerk.',
    GIVEN: 'U krijgt dit bericht omdat iemand anders iets over uw toestemming heeft vastgelegd.',
    WITHDRAWN: 'U krijgt dit bericht omdat iemand anders iets over uw toestemming heeft vastgelegd.',
  },
} as const;
