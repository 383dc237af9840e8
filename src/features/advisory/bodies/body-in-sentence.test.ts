import { bodyInSentence } from './body-in-sentence.js';

test.each([
  [
    'Adviesraad Sociaal Domein Almelo',
    'de Adviesraad Sociaal Domein Almelo',
    'the Adviesraad Sociaal Domein Almelo',
  ],
  ['Beleidstafel Jeugd', 'de Beleidstafel Jeugd', 'the Beleidstafel Jeugd'],
  ['Cliëntenraad', 'de Cliëntenraad', 'the Cliëntenraad'],
  ['OPR Twente', 'de OPR Twente', 'the OPR Twente'],
  ['Klankbordgroep ouders', 'de Klankbordgroep ouders', 'the Klankbordgroep ouders'],
  ['Ouderplatform Zorg', 'het Ouderplatform Zorg', 'the Ouderplatform Zorg'],
  ['Samen Sterk', 'Samen Sterk', 'Samen Sterk'],
])('%s', (name, nl, en) => {
  expect([bodyInSentence(name, 'nl'), bodyInSentence(name, 'en')]).toEqual([nl, en]);
});
