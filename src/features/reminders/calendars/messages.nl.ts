export const nl = {
  /** of a day in a calendar; `self` is about the reader */
  calendarDays: {
    TREKKERSCHAP_END:
      '{name}: {expected, select, yes {naar verwachting } other {}}{self, select, yes {uw laatste dag als trekker} other {de laatste dag van een trekker}}',
    SUPPORT_END: '{name}: de laatste dag van de ondersteuning',
    ACTIVITY: '{name}: {seat}',
    WORK_DUE: '{name}',
    ANSWER_DUE: '{name}: de laatste dag om op de uitnodiging te antwoorden',
    SEAT_TERM_END: 'Aftreden {name}: {seat}',
    OFF: 'Vervallen{what, select, null {} other {: {what}}}',
  },

  /** what became of a day that somebody had in their calendar */
  calendarNews: {
    MOVED:
      '“{what}” is nu op {on, date}{time, select, null {} other { om {time} uur}}{place, select, null {} other { ({place})}}, niet meer op {was, date}.',
    AGAIN:
      '“{what}” is toch wel op {on, date}{time, select, null {} other { om {time} uur}}{place, select, null {} other { ({place})}}.',
    TIME: '{time, select, null {De begintijd van “{what}” op {on, date} staat nog niet vast.} other {“{what}” op {on, date} begint nu om {time} uur.}}',
    PLACE:
      '{place, select, null {De plek van “{what}” op {on, date} staat nog niet vast.} other {“{what}” op {on, date} is nu op een andere plek: {place}.}}',
    BOTH: '“{what}” op {on, date} begint nu om {time} uur, en is op een andere plek: {place}.',
    OFF: '{what, select, null {De dag van {was, date} vervalt.} other {“{what}” op {was, date} vervalt.}}',
  },

  calendarMail: {
    subject:
      '{moved, plural, =0 {{off, plural, one {Een dag in uw agenda vervalt} other {Dagen in uw agenda vervallen}}} other {{total, plural, one {Een dag in uw agenda verandert} other {Dagen in uw agenda veranderen}}}}',
    told: 'U kreeg eerder van ons {total, plural, one {een dag} other {dagen}} voor in uw agenda. Daar is iets aan veranderd. Open de bijlage, dan klopt uw agenda weer.',
    why: 'U krijgt dit bericht omdat wij u eerder iets voor uw agenda gaven.',
  },
} as const;
