export const nl = {
  /** To whoever carries a network that is planned to end. */
  networkEnd: {
    subject: 'Een netwerk stopt op {on, date}',
    told: '{network} stopt. De laatste dag is {on, date}. Tot en met die dag blijft alles zoals het is.',
    TREKKER:
      'U bent trekker of contactpersoon van dit netwerk. Op die dag houdt ook dat op: daar hoeft u niets voor te doen. Dank u wel voor alles wat u voor het netwerk doet.',
    SUPPORTER:
      'Uw organisatie ondersteunt dit netwerk. Dat blijft nodig tot en met die dag. Daarna houdt het vanzelf op.',
    PARTNER: 'Dit netwerk werkt ook in uw regio. Dat houdt die dag op.',
    next: 'Onze regio vertelt het de leden, en zoekt met hen uit waar zij verder terechtkunnen. Gaat het niet door, dan hoort u dat van ons.',
    question: 'Hebt u een vraag, of denkt u er anders over?',
    why: 'U krijgt dit bericht omdat u bij dit netwerk betrokken bent.',
  },
  /** To whoever coordinates a region that takes part in a network of another one, in which something changed. */
  partner: {
    MERGEDSubject: 'Een netwerk van twee regio’s is samengegaan met een ander',
    MERGED:
      '{network} werkte ook in uw regio. Op {on, date} is het samengegaan met {other, select, null {een ander netwerk} other {{other}}}, en het gaat daarin verder.',
    MERGEDNext:
      'De afspraak met uw regio geldt alleen voor het netwerk dat er was, en niet voor het andere. Wilt u ook daarin samen verder? Laat het ons weten.',
    PARTEDSubject: 'Een deel van een netwerk van twee regio’s gaat apart verder',
    PARTED:
      '{network} werkt ook in uw regio. Op {on, date} is een deel ervan apart verdergegaan{other, select, null {, als een nieuw netwerk} other {, als {other}}}.',
    PARTEDNext:
      'De afspraak met uw regio geldt nog steeds voor {network}, en niet voor het nieuwe netwerk. Wilt u ook daarin samen verder? Laat het ons weten.',
    MOVEDSubject: 'Een netwerk van twee regio’s hoort nu bij onze regio',
    MOVED:
      '{network} werkt ook in uw regio. Sinds {on, date} hoort het bij {other, select, null {een andere regio} other {{other}}}.',
    MOVEDNext: 'De afspraak met uw regio gaat verder. Vanaf nu is zij er een met onze regio.',
    nothing: 'U hoeft niets te doen. Hebt u een vraag?',
    why: 'U krijgt dit bericht omdat uw regio meedoet aan dit netwerk.',
  },
} as const;
