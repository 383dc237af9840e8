export const nl = {
  /** To whoever leads a network, or lets it reach them: something is planned. */
  activityMail: {
    subject: '{title}, {on, date}',
    told: '{network} heeft een bijeenkomst gepland: {title}, op {on, date}{time, select, null {} other { om {time} uur}}{place, select, null {} other { ({place})}}.',
    next: 'De dag zit in de bijlage, voor in uw agenda. Verandert er iets, of gaat het niet door? Dan hoort u dat van ons.',
    why: 'U krijgt dit bericht omdat u meedoet aan dit netwerk.',
  },
} as const;
