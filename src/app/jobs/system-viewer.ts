import type { PlainDate } from '../../kernel/clock.js';
import { type Channel, NO_SCOPES, type Viewer } from '../../kernel/viewer.js';

/** The account that migrations create for the service itself; no token can be issued for it. */
export const SYSTEM_ACCOUNT = '00000000-0000-7000-8000-000000000001';

/** The viewer for work of the service itself. It has no role: everything it may do, it does as the system. */
export function systemViewer(today: PlainDate, channel: Channel): Viewer {
  return Object.freeze({
    accountId: SYSTEM_ACCOUNT,
    locale: 'nl',
    roles: [],
    personId: null,
    ...NO_SCOPES,
    today,
    channel,
  });
}
