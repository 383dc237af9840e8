export const nl = {
  /** the sign-in page for developers, in both languages at once */
  page: {
    choose: 'Aanmelden als …',
    about: 'Dit is de aanmelding voor ontwikkelaars. Kies een demo-account; er is geen wachtwoord.',
    noAccounts: 'Er zijn nog geen demo-accounts. Maak er een met npm run token -- coordinator.',
    failed: 'Aanmelden is niet gelukt',
    again: 'Ga terug naar de toepassing en meld u opnieuw aan.',
  },

  /** in this order on the page */
  roles: {
    ADMIN: 'Landelijk beheerder',
    COORDINATOR: 'Regionaal coördinator',
    SECRETARY: 'Secretaris',
    SUPPORTER: 'Ondersteuner',
    PARENT: 'Ouder',
  },
} as const;
