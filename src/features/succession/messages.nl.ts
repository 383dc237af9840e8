export const nl = {
  failures: {
    PLAN_OPEN: 'Hiervoor loopt al een opvolging.',
    PLAN_CLOSED: 'Deze opvolging is afgesloten op {on, date}.',
    TREKKERSCHAP_NEEDED:
      'Dit netwerk heeft een trekker. Kies het trekkerschap waarvoor u een opvolger zoekt.',
    OTHER_NETWORK: 'Dit trekkerschap hoort niet bij dit netwerk.',
    NOT_STARTED: 'Dit begint pas op {from, date}.',
    CANDIDATE_ALREADY: 'Deze persoon is al kandidaat in deze opvolging.',
    CANDIDATE_ENDED: 'Dit gesprek is afgerond. Voeg de persoon opnieuw toe.',
    CANDIDATE_NOT_AGREED: 'Kies een kandidaat die ja heeft gezegd.',
    CHOOSE_CANDIDATE: 'Meer dan één kandidaat heeft ja gezegd. Kies wie de opvolger wordt.',
    APPOINT_BY_COMPLETING: 'Rond de opvolging af. Dan wordt deze persoon de opvolger.',
    ALREADY_LEADS: 'Deze persoon is al trekker van dit netwerk.',
    IN_COOLDOWN:
      'Deze persoon zei nee op {on, date}. Vraag het tot en met {until, date} niet opnieuw, of schrijf op waarom het toch kan.',
    LEFT_IN_PEACE:
      'Deze persoon wil nu met rust gelaten worden. Vraag het niet, of schrijf op waarom het toch kan.',
    ILLEGAL_STEP: 'Deze stap kan nu niet. Wel kan: {possible}.',
    HANDOVER_OPEN:
      'Van de overdracht {count, plural, one {is # verplicht punt nog open. Rond het af} other {zijn # verplichte punten nog open. Rond ze af}}, of schrijf op waarom het zo kan.',
    KEY_TAKEN: 'Dit punt staat al op de lijst.',
  },
  /** where a conversation with a candidate can be, as it goes into a sentence */
  stages: {
    IDENTIFIED: 'in beeld',
    APPROACHED: 'gevraagd',
    EXPLORING: 'in gesprek',
    AGREED: 'ja gezegd',
    SHADOWING: 'loopt mee',
    READY: 'klaar voor de overdracht',
    APPOINTED: 'opvolger geworden',
    DECLINED: 'nee gezegd',
    WITHDRAWN: 'teruggetrokken',
  },

  /** why somebody might take over */
  suggestions: {
    CO_TREKKER: 'Is nu co-trekker van dit netwerk.',
    MEMBER: 'Is nu lid van dit netwerk.',
    FORMER_TREKKER: 'Was eerder trekker van dit netwerk.',
    WANTS_TO_LEAD: 'Wil graag een netwerk trekken, en hoort bij deze regio.',
    EXPERIENCED: 'Is ervaringsdeskundige in deze regio, en wil graag een netwerk trekken.',
    FORMER_MEMBER: 'Was eerder lid van dit netwerk.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
