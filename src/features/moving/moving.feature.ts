import type { Feature } from '../../writes/feature.js';
import { NetworkMoveMutations } from './networks/network-move.mutations.js';
import { moveAgreed, moveNetworks } from './networks/move-networks.js';
import { crossBack } from './people/cross-back.js';
import { departWhileMoving } from './people/depart-while-moving.js';
import { PersonMoveEntity } from './people/person-move.entity.js';
import { PersonMoveMutations } from './people/person-move.mutations.js';
import { PersonMoves } from './people/person-move.type.js';
import { settleMoves } from './people/settle-moves.js';
import { findRegionChanges } from './reorganisation/find-region-changes.js';
import { RegionChangeEntity } from './reorganisation/region-change.entity.js';
import { RegionChangeMutations } from './reorganisation/region-change.mutations.js';
import { RegionChangeQueries } from './reorganisation/region-change.type.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { MOVING_PERSONAL, MOVING_PROCESSED } from './moving.personal.js';

/** People and networks go to another region, and municipalities come under another one. */
export const moving: Feature = {
  name: 'moving',
  personal: MOVING_PERSONAL,
  processed: MOVING_PROCESSED,
  departing: departWhileMoving,
  failures: { nl: nl.failures, en: en.failures },
  entities: [PersonMoveEntity, RegionChangeEntity],
  resolvers: [
    PersonMoves,
    PersonMoveMutations,
    NetworkMoveMutations,
    RegionChangeQueries,
    RegionChangeMutations,
  ],
  listeners: [moveAgreed, crossBack],
  jobs: () => [findRegionChanges, moveNetworks, settleMoves],
};
