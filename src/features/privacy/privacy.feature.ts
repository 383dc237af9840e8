import type { Feature } from '../../writes/feature.js';
import { AccessLogQueries } from './access-log/access-log.queries.js';
import { AuditQueries } from './audit/audit.queries.js';
import { PRIVACY_PERSONAL, PRIVACY_PROCESSED } from './privacy.personal.js';

/** What the law gives people whose data are kept, and asks of whoever keeps them. */
export const privacy: Feature = {
  name: 'privacy',
  personal: PRIVACY_PERSONAL,
  processed: PRIVACY_PROCESSED,
  resolvers: [AuditQueries, AccessLogQueries],
};
