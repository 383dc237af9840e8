import type { Feature } from '../../writes/feature.js';
import {
  OudernetwerkEntity,
  OudernetwerkMunicipalityEntity,
  OudernetwerkThemeEntity,
  TrekkerschapEntity,
  CaretakershipEntity,
  MembershipEntity,
  SupportArrangementEntity,
  ActivityEntity,
} from './oudernetwerk.entity.js';
import { OudernetwerkFields, PersonTrekkerschappen, RegionOudernetwerken } from './oudernetwerk.fields.js';
import { OudernetwerkMutations } from './oudernetwerk.mutations.js';
import { OudernetwerkQueries } from './oudernetwerk.queries.js';
import { NetworkRecordMutations } from './records/network-records.mutations.js';
import { TrekkerschapMutations } from './trekkerschap/trekkerschap.mutations.js';

export const oudernetwerken: Feature = {
  name: 'oudernetwerken',
  entities: [
    OudernetwerkEntity,
    OudernetwerkMunicipalityEntity,
    OudernetwerkThemeEntity,
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
    OudernetwerkMutations,
    TrekkerschapMutations,
    NetworkRecordMutations,
  ],
  constraints: {
    trekkerschappen_no_overlap: 'PERIOD_TAKEN',
    memberships_no_overlap: 'PERIOD_TAKEN',
    support_no_overlap: 'PERIOD_TAKEN',
    caretakerships_one_at_a_time: 'CARETAKER_TAKEN',
    leadership_cover: 'COVER_BROKEN',
  },
};
