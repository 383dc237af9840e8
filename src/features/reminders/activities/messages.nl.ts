export const nl = {
  /** To those for whom a network plans something. */
  activityMail: {
    subject: '{title}, {on, date}',
    told: '{network} heeft een bijeenkomst gepland: {title}, op {on, date}{time, select, null {} other { om {time} uur}}{place, select, null {} other { ({place})}}.',
    next: 'De dag zit in de bijlage, voor in uw agenda. Verandert er iets, of gaat het niet door? Dan hoort u dat van ons.',
    whyPERSON: 'U krijgt dit bericht omdat u meedoet aan dit netwerk.',
    whyACCOUNT: 'U krijgt dit bericht omdat u dit netwerk ondersteunt, of dit hebt gepland.',
  },
  failures: { NOTHING_PLANNED: 'Dit netwerk heeft niets gepland vanaf vandaag.' },
} as const;

declare module '../../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
