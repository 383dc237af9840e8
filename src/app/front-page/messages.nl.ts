export const nl = {
  page: {
    title: 'Oudernetwerken',
    about:
      'Deze dienst helpt regionale netwerken van ouders om te blijven bestaan: zij weet wie een netwerk leidt en tot wanneer, en helpt op tijd een opvolger te vinden.',
    noData:
      'Op deze pagina staan geen gegevens. Programma’s vragen die op met GraphQL, voor wie is aangemeld.',
    endpoint: 'Hier vragen en wijzigen programma’s gegevens.',
    explorer: 'Hier kunt u zich aanmelden, een vraag uitproberen en lezen wat u kunt vragen.',
    live: 'Zegt of de dienst draait.',
    ready: 'Zegt of de dienst en de database klaar zijn voor verzoeken.',
    docs: 'De documentatie zit bij de broncode: begin met {start} en kijk daarna in de map {folder}. Alles wat u kunt vragen staat in {schema}.',
  },
} as const;
