export const nl = {
  /** Of a theme that a coordinator misses: to the national office, and what became of it to the region. */
  themeProposalMail: {
    subjectPROPOSED: 'Een regio stelt een thema voor: {label}',
    subjectADOPTED: 'Het thema dat uw regio voorstelde, staat in de lijst: {theme}',
    subjectDECLINED: 'Het thema dat uw regio voorstelde, komt niet in de lijst: {label}',
    PROPOSED: 'De regio {region} mist het thema “{label}” in de lijst, en schrijft waarom:',
    ADOPTED: 'Uw regio stelde het thema “{label}” voor. Het staat nu in de lijst, als “{theme}”.',
    DECLINED: 'Uw regio stelde het thema “{label}” voor. Het komt niet in de lijst. Dit is de reden:',
    decide:
      'U beslist: neem het over, noem het thema dat er al voor is, of zeg waarom het niet in de lijst komt.',
    whyOffice: 'U krijgt dit bericht omdat u de lijst van thema’s beheert.',
    whyRegion: 'U krijgt dit bericht omdat uw regio dit thema voorstelde.',
  },
} as const;
