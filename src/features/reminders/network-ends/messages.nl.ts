export const nl = {
  /** To whoever carries a network that is planned to end. */
  networkEnd: {
    subject: 'Een netwerk stopt op {on, date}',
    told: '{network} houdt op te bestaan. De laatste dag is {on, date}. Tot en met die dag blijft alles zoals het is.',
    TREKKER:
      'U bent trekker of contactpersoon van dit netwerk. Dat houdt die dag vanzelf op: u hoeft niets op te zeggen.',
    SUPPORTER:
      'Uw organisatie ondersteunt dit netwerk. Dat blijft nodig tot en met die dag, en houdt dan vanzelf op.',
    PARTNER: 'Dit netwerk werkt ook in uw regio. Dat houdt die dag op.',
    next: 'Onze regio vertelt het de leden, en zoekt met hen uit waar zij verder terechtkunnen. Gaat het niet door, dan hoort u dat van ons.',
    question: 'Hebt u een vraag, of denkt u er anders over?',
    why: 'U krijgt dit bericht omdat u bij dit netwerk betrokken bent.',
  },
} as const;
