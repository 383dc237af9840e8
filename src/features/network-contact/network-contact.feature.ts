import type { Feature } from '../../writes/feature.js';
import { NetworkContactTextQuery } from './network-contact-text.js';
import { NetworkContactMutations, PersonNetworkContact } from './network-contact.mutations.js';

export const networkContact: Feature = {
  name: 'network-contact',
  resolvers: [NetworkContactTextQuery, NetworkContactMutations, PersonNetworkContact],
};
