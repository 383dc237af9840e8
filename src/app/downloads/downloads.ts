import type { FastifyInstance } from 'fastify';
import { registerActivities } from './activity-routes.js';
import { registerLetters } from './letter-routes.js';
import { registerLists } from './list-routes.js';
import { registerScheduleDownload } from './schedule-routes.js';

type Parts = Parameters<typeof registerScheduleDownload>[1] &
  Parameters<typeof registerActivities>[1] &
  Parameters<typeof registerLetters>[1] &
  Parameters<typeof registerLists>[1];

/** Everything that is downloaded or opened by a link that says which account asked for it. */
export function registerDownloads(app: FastifyInstance, parts: Parts): void {
  for (const register of [registerScheduleDownload, registerActivities, registerLetters, registerLists]) {
    register(app, parts);
  }
}
