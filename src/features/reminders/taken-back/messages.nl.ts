export const nl = {
  subjects: {
    EXPECTED_END:
      'Toch niet: {self, select, yes {uw laatste dag als trekker} other {een trekker die zou stoppen}}',
    DEPARTURE: 'Toch niet: een trekker die zou stoppen',
    SUPPORT_ENDING: 'Toch niet: ondersteuning die zou stoppen',
    NETWORK_END: 'Toch niet: een netwerk dat zou stoppen',
    NETWORK_MERGED: 'Toch anders: een netwerk dat zou stoppen',
    TAKES_PART: 'Toch niet: u hoort niet bij dit oudernetwerk',
  },
  /** what was said, and that it is not so; `person` null is a parent whom the reader may not know */
  facts: {
    EXPECTED_END:
      'Op {sent, date} schreven wij u {self, select, yes {over uw laatste dag als trekker van {network}: {on, date}} other {dat {person, select, null {een trekker} other {{person}}} op {on, date} zou stoppen als trekker van {network}}}. Dat klopt niet meer. Onze gegevens zijn aangepast.',
    DEPARTURE:
      'Op {sent, date} schreven wij u dat {person, select, null {een trekker} other {{person}}} stopt als trekker van {network}, met {on, date} als laatste dag. Dat klopt niet meer. Onze gegevens zijn aangepast.',
    SUPPORT_ENDING:
      'Op {sent, date} schreven wij u dat de ondersteuning van {network} stopt op {on, date}. Dat klopt niet meer. Onze gegevens zijn aangepast.',
    NETWORK_END:
      'Op {sent, date} schreven wij u dat {network} stopt op {on, date}. Dat gaat niet door: het netwerk gaat verder. Onze gegevens zijn aangepast.',
    NETWORK_MERGED:
      'Op {sent, date} schreven wij u dat {network} stopt op {on, date}. Dat is anders gegaan: {network} is samengegaan met {successor, select, null {een ander netwerk} other {{successor}}}, en gaat daarin verder. De laatste dag van {network} was {last, date}.',
    TAKES_PART:
      'Op {sent, date} schreven wij u alsof u meedoet aan {network}. Dat was een vergissing van ons. Onze gegevens zijn aangepast.',
  },
  requests: {
    nothing: 'U hoeft niets te doen. Hebt u een vraag?',
    partner:
      'De afspraak met uw regio geldt alleen voor het netwerk dat er was, en niet voor het andere. Wilt u ook daarin samen verder? Laat het ons weten.',
    whyTAKES_PART: 'U krijgt dit bericht omdat wij u eerder over dit oudernetwerk schreven.',
  },
} as const;
