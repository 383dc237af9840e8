import { listeningAsSystem } from '../db/as-system.js';
import type { ConstraintFailures } from '../db/constraints.js';
import type { Feature } from '../writes/feature.js';
import { absences } from '../features/absences/absences.feature.js';
import { access } from '../features/access/access.feature.js';
import { addresses } from '../features/addresses/addresses.feature.js';
import { advisory } from '../features/advisory/advisory.feature.js';
import { departEverywhere } from '../features/departures/depart-everywhere.js';
import { departures } from '../features/departures/departures.feature.js';
import { continuity } from '../features/continuity/continuity.feature.js';
import { doubles } from '../features/doubles/doubles.feature.js';
import { mergeEverywhere } from '../features/doubles/merge/merge-everywhere.js';
import { ervaringsdeskundigen } from '../features/ervaringsdeskundigen/ervaringsdeskundigen.feature.js';
import { lists } from '../features/lists/lists.feature.js';
import { moving } from '../features/moving/moving.feature.js';
import { networkContact } from '../features/network-contact/network-contact.feature.js';
import { organisations } from '../features/organisations/organisations.feature.js';
import { oudernetwerken } from '../features/oudernetwerken/oudernetwerken.feature.js';
import { people } from '../features/people/people.feature.js';
import { privacy } from '../features/privacy/privacy.feature.js';
import { regions } from '../features/regions/regions.feature.js';
import { reminders } from '../features/reminders/reminders.feature.js';
import { eraseEverywhere } from '../features/rights/erasure/erase-everywhere.js';
import { placesOf } from '../features/rights/erasure/erased-places.js';
import { rights } from '../features/rights/rights.feature.js';
import { search } from '../features/search/search.feature.js';
import { succession } from '../features/succession/succession.feature.js';
import { undo } from '../features/undo/undo.feature.js';
import { renewTouched } from '../features/worklist/renew-work.js';
import { worklist } from '../features/worklist/worklist.feature.js';
import { registerFailures } from '../kernel/failure-messages.js';
import { writeAudit } from './audit.js';

/** From left to right: a feature knows only those before it. Their declarations are combined in this order. */
export const FEATURES: readonly Feature[] = [
  access,
  regions,
  undo,
  addresses,
  organisations,
  people,
  oudernetwerken,
  succession,
  ervaringsdeskundigen,
  networkContact,
  advisory,
  absences,
  departures,
  moving,
  search,
  worklist,
  continuity,
  reminders,
  privacy,
  lists,
  doubles,
  rights,
];

// whoever uses the features, with or without a schema, can tell what they refuse
for (const { failures } of FEATURES) if (failures) registerFailures(failures);

export const ENTITIES = FEATURES.flatMap(({ entities = [] }) => entities);

/**
 * What applies in every transaction: the listeners to its events, in this order, and the meaning of violated
 * constraints.
 */
export const TRANSACTION_RULES = {
  listeners: [
    listeningAsSystem(
      departEverywhere(FEATURES.flatMap(({ departing }) => departing ?? [])),
      mergeEverywhere(FEATURES.map(({ personal = {} }) => personal)),
      ...FEATURES.flatMap(({ listeners = [] }) => listeners),
      eraseEverywhere(placesOf(FEATURES, 'ERASED')),
      renewTouched(FEATURES.flatMap(({ renewals = [] }) => renewals)),
    ),
    writeAudit,
  ],
  constraints: Object.assign({}, ...FEATURES.map(({ constraints }) => constraints)) as ConstraintFailures,
};
