import type { Feature } from '../../writes/feature.js';
import { AnnulmentEntity } from './annulment.entity.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { UNDO_PERSONAL, UNDO_PROCESSED } from './undo.personal.js';

export const undo: Feature = {
  name: 'undo',
  failures: { nl: nl.failures, en: en.failures },
  entities: [AnnulmentEntity],
  personal: UNDO_PERSONAL,
  processed: UNDO_PROCESSED,
};
