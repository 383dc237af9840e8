export const nl = {
  /** To the coordinator of a region where somebody also did something: it names nobody. */
  personTaskSubjects: {
    DIED: 'Een ouder die in uw regio meedeed, is overleden',
    STOPPED: 'Een ouder die in uw regio meedeed, is gestopt',
    DEATH_TAKEN_BACK: 'Een ouder uit uw regio is niet overleden: dat was een vergissing',
    STOP_TAKEN_BACK: 'Een ouder in uw regio gaat toch door',
  },
  personTasks: {
    DIED: 'Een ouder die in uw regio meedeed, is overleden. Alles wat deze ouder daar deed, is beëindigd.',
    STOPPED:
      'Een ouder die in uw regio meedeed, is met alles gestopt. Ook wat deze ouder daar deed, is beëindigd.',
    DEATH_TAKEN_BACK:
      'Door een vergissing stond vastgelegd dat een ouder was overleden. Dat is hersteld: wat in uw regio was beëindigd, loopt weer door.',
    STOP_TAKEN_BACK:
      'Een ouder die met alles was gestopt, gaat toch door. Wat in uw regio was beëindigd, loopt weer door.',
  },
  personTaskNext: {
    worklist: 'Op uw werklijst staat om wie het gaat, en wat u kunt doen.',
    why: 'U krijgt dit bericht omdat u coördinator bent van een regio waar deze ouder meedeed.',
  },
} as const;
