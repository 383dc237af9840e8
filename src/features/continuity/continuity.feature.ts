import type { Feature } from '../../writes/feature.js';
import { OudernetwerkContinuity, TrekkerschapExpectedEnd } from './assessment/continuity.fields.js';
import { networkRenewal, networkRollover } from './assessment/renew-continuity.js';
import { ContinuityEntity, ContinuityThresholdsEntity, ExpectedEndEntity } from './continuity.entity.js';
import { DepartureImpactQuery } from './departure/departure-impact.queries.js';
import { OudernetwerkForecast } from './forecast/forecast.fields.js';
import { RegionContinuityFields } from './region/region-continuity.fields.js';
import { ThresholdsMutations } from './thresholds/thresholds.mutations.js';
import { RegionThresholds, OudernetwerkThresholds } from './thresholds/thresholds.type.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { CONTINUITY_PERSONAL, CONTINUITY_PROCESSED } from './continuity.personal.js';

export const continuity: Feature = {
  name: 'continuity',
  personal: CONTINUITY_PERSONAL,
  processed: CONTINUITY_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [ContinuityEntity, ContinuityThresholdsEntity, ExpectedEndEntity],
  resolvers: [
    OudernetwerkContinuity,
    TrekkerschapExpectedEnd,
    OudernetwerkForecast,
    RegionContinuityFields,
    RegionThresholds,
    OudernetwerkThresholds,
    DepartureImpactQuery,
    ThresholdsMutations,
  ],
  renewals: [networkRenewal],
  jobs: () => [networkRollover],
};
