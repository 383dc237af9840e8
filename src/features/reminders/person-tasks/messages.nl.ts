export const nl = {
  /** To the coordinator of a region where somebody also did something: it names nobody. */
  personTaskSubjects: {
    DIED: 'Een ouder die in uw regio meedeed, is overleden',
    STOPPED: 'Een ouder die in uw regio meedeed, is gestopt',
    DEATH_TAKEN_BACK: 'Een ouder uit uw regio is niet overleden: dat was een vergissing',
    STOP_TAKEN_BACK: 'Een ouder in uw regio gaat toch door',
    MOVED_AWAY: 'Een ouder uit uw regio verhuist',
    MOVED_HERE: 'Een ouder is naar uw regio verhuisd',
    MOVE_TAKEN_BACK: 'Een ouder uit uw regio is toch niet verhuisd',
    REGION_CHANGES: 'De gemeente van ouders gaat naar een andere regio',
    CHANGE_IS_OFF: 'De gemeente van ouders blijft toch bij uw regio',
  },
  personTasks: {
    DIED: 'Een ouder die in uw regio meedeed, is overleden. Alles wat deze ouder daar deed, is beëindigd.',
    STOPPED:
      'Een ouder die in uw regio meedeed, is met alles gestopt. Ook wat deze ouder daar deed, is beëindigd.',
    DEATH_TAKEN_BACK:
      'Door een vergissing stond vastgelegd dat een ouder was overleden. Dat is hersteld. Wat in uw regio was beëindigd, loopt weer door, als het niet al anders was geregeld.',
    STOP_TAKEN_BACK:
      'Een ouder die met alles was gestopt, gaat toch door. Wat in uw regio was beëindigd, loopt weer door, als het niet al anders was geregeld.',
    MOVED_AWAY:
      'Een ouder uit uw regio verhuist naar een andere regio. U blijft er voor deze ouder, tot die zegt dat wij de nieuwe regio mogen vertellen wie er komt.',
    MOVED_HERE:
      'Een ouder is naar uw regio verhuisd. Deze ouder vindt het goed dat u dat weet, of doet al mee in uw regio. U bent er vanaf nu voor deze ouder.',
    MOVE_TAKEN_BACK:
      'Door een vergissing stond vastgelegd dat een ouder uit uw regio was verhuisd. Dat is hersteld: u bent er weer voor deze ouder.',
    REGION_CHANGES:
      'De gemeente van een of meer ouders uit uw regio gaat naar een andere regio. Mail komt bij hen niet aan. Vertelt u het per brief of telefoon?',
    CHANGE_IS_OFF:
      'U vertelde een of meer ouders dat hun gemeente naar een andere regio gaat. Dat gaat niet door. Vertelt u ook dat, per brief of telefoon?',
  },
  personTaskNext: {
    worklist: 'Op uw werklijst staat om wie het gaat, en wat u kunt doen.',
    why: 'U krijgt dit bericht omdat u coördinator bent van een regio waar deze ouder meedeed.',
    whyTheirs: 'U krijgt dit bericht omdat u coördinator bent van de regio van deze ouder.',
  },
} as const;
