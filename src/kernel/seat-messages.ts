/** Refusals about ervaringsdeskundigen, advisory bodies and their seats; part of the catalogue in messages.ts. */
export const SEAT_MESSAGES = {
  // ervaringsdeskundigen
  ALREADY_REGISTERED: {
    nl: 'Deze persoon staat al geregistreerd als ervaringsdeskundige.',
    en: 'This person is registered as an ervaringsdeskundige already.',
  },

  // bodies, seats and appointments
  SEAT_TAKEN: {
    nl: 'In deze periode heeft iemand anders deze zetel ({from} – {until}).',
    en: 'Somebody else holds this seat in that period ({from} – {until}).',
  },
  ALREADY_IN_BODY: {
    nl: 'Deze persoon heeft in die periode al een zetel in dit orgaan ({from} – {until}).',
    en: 'This person holds a seat of this body in that period already ({from} – {until}).',
  },

  // proposals
  ALREADY_ASKED: {
    nl: 'Deze ouder is voor deze zetel al gevraagd.',
    en: 'This parent has been asked for this seat already.',
  },
} as const;
