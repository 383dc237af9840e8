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
} as const;
