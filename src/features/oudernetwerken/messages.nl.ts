export const nl = {
  failures: {
    NETWORK_NOT_FORMING: 'Dit netwerk is al actief, of is al gestopt.',
    NETWORK_NOT_ACTIVE: 'Dit netwerk is niet actief.',
    NETWORK_ENDED: 'De laatste dag van dit netwerk is {on, date}.',
    BAD_TIME: 'Schrijf de tijd als 19:30.',
    ALREADY_HELD: 'Dit was al op {on, date}. Verbeter het daar.',
    NOT_HELD_YET: 'Dit is nog niet geweest. Leg eerst vast dat het is doorgegaan.',
    PERSON_OR_NEWCOMER: 'Kies iemand die al bekend is, of vul iemand nieuw in. Niet allebei.',
    PERIOD_TAKEN:
      '{what, select, trekker {Deze persoon is dan al trekker van dit netwerk} member {Deze persoon is dan al lid van dit netwerk} support {Deze organisatie ondersteunt dit netwerk dan al} absence {Deze persoon is dan al afwezig} incompatibility {Deze functie staat er voor die periode al} other {Dit staat er voor die periode al}} ({until, select, null {vanaf {from, date}} other {{from, date} tot en met {until, date}}}).',
    CARETAKER_TAKEN: 'In deze periode heeft het netwerk al een vangnet.',
    ALREADY_ENDED: 'Dit is al gestopt: de laatste dag was {on, date}. Klopt dat niet, herstel dan dat einde.',
    ALREADY_STARTED: 'Dit is al begonnen op {on, date}.',
    NO_END_RECORDED: 'Hiervan is geen einde vastgelegd.',
    HANDED_OVER: 'Dit trekkerschap is al overgedragen.',
    PLANNED_BEFORE:
      'Er is vastgelegd dat deze trekker wil stoppen op {on, date}. Kies een eerste dag die daarvóór ligt, of pas eerst dat einde aan.',
    PLANNED_IN_PAST:
      'Kies een dag vanaf vandaag, {today, date}. Was de laatste dag al? Dan is het geen plan meer: de coördinator van de regio legt het einde zelf vast.',
    GOES_ON:
      '{undone, select, yes {Deze trekker ging op {on, date} verder in een andere rol of een ander netwerk, en die dag hoort bij allebei. Maak het trekkerschap vanaf die dag ongedaan, en leg het daarna opnieuw vast.} other {Deze trekker gaat vanaf {on, date} verder in een andere rol of een ander netwerk. Leg het daar vast.}}',
    SAME_ROLE: 'Deze trekker heeft deze rol al.',
    NOT_LED_BY_PARENT: 'Wie een oudernetwerk trekt, doet mee als ouder. Dat moet bij deze persoon staan.',
    STANDBY:
      'Dit vangnet is automatisch geregeld. Het stopt vanzelf als er een trekker of een ander vangnet is.',
    NO_CARETAKER:
      'Er is geen organisatie die vangnet kan zijn voor het netwerk. Wijs eerst een coördinerende organisatie aan voor de regio.',
    REGIONS_DIFFER:
      'Deze netwerken zijn van verschillende regio’s. Verplaats eerst het ene naar de regio van het andere.',
    NOT_IN_NETWORK: 'Dit hoort niet bij dit netwerk.',
    COVER_BROKEN: 'Op {on, date} zou het netwerk geen trekker en geen vangnet hebben.',
    SAME_PERSON: 'Het gaat om deze persoon zelf. Kies iemand anders.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
