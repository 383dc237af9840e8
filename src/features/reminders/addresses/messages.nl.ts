export const nl = {
  /** To a new address. It names nobody: the address may be a stranger's. */
  proof: {
    subject: 'Is dit het juiste e-mailadres?',
    asked:
      'Dit adres is opgegeven voor berichten over oudernetwerken{organisation, select, null {} other { aan {organisation}}}. Klopt dat? Open dan de link hieronder en druk op de knop. Daarna sturen we de berichten hierheen.',
    until: 'De link werkt tot en met {until, date}.',
    notYou: 'Weet u hier niets van? Dan hoeft u niets te doen. U krijgt dan geen berichten van ons.',
    button: 'Bevestig dit e-mailadres',
  },

  /** To the address before. */
  newsSubjects: {
    ASKED: 'Er is een ander e-mailadres opgegeven',
    CONFIRMED: 'Onze berichten gaan nu naar een ander e-mailadres',
    REMOVED: 'Wij sturen geen berichten meer naar dit e-mailadres',
  },
  news: {
    ASKED:
      'Er is een ander e-mailadres opgegeven voor de berichten{organisation, select, null {} other { aan {organisation}}} die u hier krijgt. We hebben een link naar dat adres gestuurd. Pas als iemand het adres daar bevestigt, gaan de berichten daarheen. Tot die tijd sturen we ze naar dit adres.',
    CONFIRMED:
      'De berichten{organisation, select, null {} other { aan {organisation}}} die u hier kreeg, gaan vanaf nu naar een ander e-mailadres. Dat adres is bevestigd.',
    REMOVED:
      'Dit e-mailadres is weggehaald{organisation, select, null {} other { bij {organisation}}}. We sturen er geen berichten meer naartoe.',
  },
  addressFrame: {
    notYou: 'Klopt dit niet? Bel dan zo snel mogelijk de coördinator van uw regio.',
    whyOld: 'U krijgt dit bericht omdat onze berichten tot nu toe naar dit adres gingen.',
    whyNew: 'U krijgt dit bericht omdat iemand dit adres heeft opgegeven.',
  },
} as const;
