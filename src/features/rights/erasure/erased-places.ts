import type { Feature } from '../../../writes/feature.js';
import type { Fate } from '../../../writes/personal.js';

type Personal = Pick<Feature, 'personal'>;

/**
 * Tables, and columns as `table.column`, of which that becomes when somebody is erased, as the features say. Those on the
 * right first, and of one feature what is named last: what refers to something goes before it.
 */
export function placesOf(features: readonly Personal[], becomes: Fate['erasure']): string[] {
  return features
    .flatMap(({ personal = {} }) => Object.entries(personal))
    .filter(([, { erasure }]) => erasure === becomes)
    .map(([place]) => place)
    .reverse();
}
