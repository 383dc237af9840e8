export const nl = {
  failures: {
    SAME_HOME: 'Deze persoon hoort al bij deze regio.',
    NO_HOME: 'Kies een regio, niet het hele land.',
    SAME_REGION: 'Dit netwerk hoort al bij deze regio.',
    MOVE_OVER: 'Deze verhuizing is al afgerond, of vervallen. Er is niets meer te vragen.',
    MOVE_ASKED:
      'Er is al gevraagd, of afgesproken, dat dit netwerk naar een andere regio gaat. Wacht het antwoord af, of trek dat eerst in.',
    OTHER_SIDE:
      'De regio waar de gemeenten naartoe gaan, past dit toe. Wilt u dat iets bij u blijft? Zeg daar dan nee tegen.',
    NOT_YET: 'Dit kan vanaf {on, date}.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
