import type { Feature } from '../../writes/feature.js';
import {
  OudernetwerkEntity,
  OudernetwerkMunicipalityEntity,
  OudernetwerkThemeEntity,
  NetworkEndTaskEntity,
  NetworkSuccessionEntity,
  TrekkerschapEntity,
  CaretakershipEntity,
  MembershipEntity,
  SupportArrangementEntity,
  ActivityEntity,
} from './oudernetwerk.entity.js';
import { departFromNetworks } from './depart-from-networks.js';
import { OudernetwerkFields, PersonTrekkerschappen, RegionOudernetwerken } from './oudernetwerk.fields.js';
import { NetworkAgreements } from './network-agreements.fields.js';
import { NetworkEndTasks } from './life/end-tasks.js';
import { NetworkSuccessions } from './life/network-successions.js';
import { NetworkLifeMutations } from './life/life.mutations.js';
import { OudernetwerkMutations } from './oudernetwerk.mutations.js';
import { OudernetwerkQueries } from './oudernetwerk.queries.js';
import { OrganisationOudernetwerken } from './records/carried-networks.fields.js';
import { NetworkRecordMutations } from './records/network-records.mutations.js';
import { UndoRecordMutations } from './records/undo-records.mutations.js';
import { TrekkerschapMutations } from './trekkerschap/trekkerschap.mutations.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { OUDERNETWERKEN_PERSONAL, OUDERNETWERKEN_PROCESSED } from './oudernetwerken.personal.js';

export const oudernetwerken: Feature = {
  name: 'oudernetwerken',
  personal: OUDERNETWERKEN_PERSONAL,
  processed: OUDERNETWERKEN_PROCESSED,
  departing: departFromNetworks,
  failures: { nl: nl.failures, en: en.failures },
  entities: [
    OudernetwerkEntity,
    OudernetwerkMunicipalityEntity,
    OudernetwerkThemeEntity,
    NetworkEndTaskEntity,
    NetworkSuccessionEntity,
    TrekkerschapEntity,
    CaretakershipEntity,
    MembershipEntity,
    SupportArrangementEntity,
    ActivityEntity,
  ],
  resolvers: [
    OudernetwerkQueries,
    OudernetwerkFields,
    PersonTrekkerschappen,
    RegionOudernetwerken,
    OrganisationOudernetwerken,
    NetworkAgreements,
    NetworkEndTasks,
    NetworkSuccessions,
    OudernetwerkMutations,
    NetworkLifeMutations,
    TrekkerschapMutations,
    NetworkRecordMutations,
    UndoRecordMutations,
  ],
  constraints: {
    trekkerschappen_no_overlap: ['PERIOD_TAKEN', { what: 'trekker' }],
    memberships_no_overlap: ['PERIOD_TAKEN', { what: 'member' }],
    support_no_overlap: ['PERIOD_TAKEN', { what: 'support' }],
    caretakerships_one_at_a_time: 'CARETAKER_TAKEN',
    leadership_cover: 'COVER_BROKEN',
    ends_with_network: 'NETWORK_ENDED',
    led_by_parent: 'NOT_LED_BY_PARENT',
    stays_parent: ['NOT_LED_BY_PARENT', {}, ['input', 'patch', 'perspectives']],
  },
};
