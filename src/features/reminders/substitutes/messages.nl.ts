export const nl = {
  /** To whoever acts for somebody who is away; `away` null is somebody whose name is not known any more. */
  substituteSubjects: {
    NAMED: 'U valt in voor iemand anders',
    ENDS: 'Uw laatste dag als invaller {past, select, yes {was} other {is}} {until, date}',
    OFF: 'Toch niet: u hoeft niet in te vallen',
  },
  substitutes: {
    NETWORK:
      'U valt in als co-trekker van {place} zolang {away, select, null {een andere ouder} other {{away}}} er niet is: vanaf {since, date}{until, select, null {{expected, select, null {} other {, naar verwachting tot en met {expected, date}}}} other { tot en met {until, date}}}.',
    BODY: 'U bent plaatsvervanger bij {place} zolang {away, select, null {iemand anders} other {{away}}} er niet is: vanaf {since, date}{until, select, null {{expected, select, null {} other {, naar verwachting tot en met {expected, date}}}} other { tot en met {until, date}}}.',
    ENDS: 'U valt in voor {away, select, null {iemand anders} other {{away}}} bij {place}. Uw laatste dag {past, select, yes {was} other {is}} {until, date}: daarna hoeft u niet meer in te vallen. Dank u wel dat u dit doet.',
    OFF: 'Wij schreven u dat u vanaf {since, date} zou invallen bij {place}. Dat klopt niet meer. Onze gegevens zijn aangepast.',
  },
  substituteNext: {
    NAMED: 'U stopt weer zodra die ander terug is. Hebt u een vraag, of lukt het toch niet?',
    ENDS: 'Hebt u een vraag, of klopt dit niet?',
    OFF: 'U hoeft niets te doen. Hebt u een vraag?',
    whyNAMED: 'U krijgt dit bericht omdat iemand heeft vastgelegd dat u invalt.',
    whyOFF: 'U krijgt dit bericht omdat wij u eerder schreven dat u invalt.',
  },
} as const;
