export const nl = {
  failures: {
    TOO_MANY_MESSAGES:
      'Aan de leden van dit netwerk zijn vandaag al {most} berichten gestuurd. Meer lezen zij niet: probeer het morgen weer.',
    TOO_MANY_FROM_YOU: 'U hebt vandaag al {most} berichten aan netwerken gestuurd. Probeer het morgen weer.',
  },
  networkMessage: {
    why: 'U krijgt dit bericht omdat u meedoet aan {network}. Wie het schreef, ziet niet hoe u te bereiken bent.',
    stop: 'Geen berichten van dit netwerk meer',
  },
  networkMessageAs: {
    TREKKER: '{writer}, trekker van {network}, schrijft u:',
    SUPPORTER: '{writer}, van de organisatie die {network} ondersteunt, schrijft u:',
    COORDINATOR: '{writer}, coördinator van de regio, schrijft u als lid van {network}:',
  },
} as const;

declare module '../../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
