import type { Feature } from '../../writes/feature.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export const lists: Feature = {
  name: 'lists',
  failures: { nl: nl.failures, en: en.failures },
};
