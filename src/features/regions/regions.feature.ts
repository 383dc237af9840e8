import type { Feature } from '../../writes/feature.js';
import { RegionAgreementEntity } from './agreements/region-agreement.entity.js';
import { RegionAgreements } from './agreements/region-agreement.fields.js';
import { RegionAgreementMutations } from './agreements/region-agreement.mutations.js';
import { ThemeProposalEntity } from './proposals/theme-proposal.entity.js';
import { ThemeProposalQueries } from './proposals/theme-proposal.type.js';
import { RegionEntity, MunicipalityEntity, ThemeEntity } from './region.entity.js';
import { RegionQueries } from './region.queries.js';
import { SchoolHolidayEntity } from './school-holidays/school-holiday.entity.js';
import { SchoolHolidayMutations } from './school-holidays/school-holiday.mutations.js';
import { SchoolHolidayQueries } from './school-holidays/school-holiday.queries.js';
import { MunicipalityHolidays } from './school-holidays/school-holiday.type.js';
import { ThemeMutations } from './theme.mutations.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { REGIONS_PERSONAL, REGIONS_PROCESSED } from './regions.personal.js';

export const regions: Feature = {
  name: 'regions',
  personal: REGIONS_PERSONAL,
  processed: REGIONS_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [
    RegionEntity,
    MunicipalityEntity,
    ThemeEntity,
    RegionAgreementEntity,
    SchoolHolidayEntity,
    ThemeProposalEntity,
  ],
  resolvers: [
    RegionQueries,
    ThemeMutations,
    ThemeProposalQueries,
    RegionAgreements,
    RegionAgreementMutations,
    SchoolHolidayQueries,
    SchoolHolidayMutations,
    MunicipalityHolidays,
  ],
  constraints: {
    themes_code_key: 'CODE_TAKEN',
    theme_proposals_once: 'ALREADY_PROPOSED',
    school_holidays_once: 'HOLIDAY_SET',
    school_holidays_apart: ['HOLIDAYS_OVERLAP', { kind: '?' }],
    region_agreements_one_at_a_time: 'ALREADY_AGREED',
    region_agreements_one_question: 'REGION_ASKED',
    region_agreements_decided_by_another: 'OWN_QUESTION',
  },
};
