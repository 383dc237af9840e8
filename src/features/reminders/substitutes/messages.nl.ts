export const nl = {
  /** To whoever acts for somebody who is away; `away` null is somebody whose name is not known any more. */
  substituteSubjects: {
    NAMED: 'U bent plaatsvervanger',
    ENDS: 'Uw laatste dag als plaatsvervanger {past, select, yes {was} other {is}} {until, date}',
    OFF: 'Toch niet: u bent geen plaatsvervanger',
  },
  substitutes: {
    NETWORK:
      'U bent co-trekker van {place} zolang {away, select, null {een andere ouder} other {{away}}} er niet is: vanaf {since, date}{until, select, null {{expected, select, null {} other {, naar verwachting tot en met {expected, date}}}} other { tot en met {until, date}}}.',
    BODY: 'U bent plaatsvervanger in {place} zolang {away, select, null {iemand anders} other {{away}}} er niet is: vanaf {since, date}{until, select, null {{expected, select, null {} other {, naar verwachting tot en met {expected, date}}}} other { tot en met {until, date}}}.',
    ENDS: 'U valt in voor {away, select, null {iemand anders} other {{away}}} bij {place}. Uw laatste dag {past, select, yes {was} other {is}} {until, date}: daarna hoeft u niet meer in te vallen. Dank u wel dat u dit doet.',
    OFF: 'Wij schreven u dat u vanaf {since, date} plaatsvervanger zou zijn bij {place}. Dat klopt niet meer. Onze gegevens zijn aangepast.',
  },
  substituteNext: {
    NAMED: 'Het houdt op zodra de ander er weer is. Hebt u een vraag, of lukt het toch niet?',
    ENDS: 'Hebt u een vraag, of klopt dit niet?',
    OFF: 'U hoeft niets te doen. Hebt u een vraag?',
    whyNAMED: 'U krijgt dit bericht omdat iemand heeft vastgelegd dat u plaatsvervanger bent.',
    whyOFF: 'U krijgt dit bericht omdat wij u eerder schreven dat u plaatsvervanger bent.',
  },
} as const;
