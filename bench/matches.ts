import { nodeId } from '../src/kernel/node-id.js';
import type { BenchDatabase } from './database.js';
import { drive } from './drive.js';
import type { Plan } from './measure.js';
import { askService } from './questions.js';
import type { Server } from './servers.js';

/** Only for the service: its rules are not written again for the limit server. */
export const MATCHES = 'matches';

const CONNECTIONS = 10;
const GOAL_MS = 50;
const GOAL_SHARE = 0.95;

export const MATCH_QUESTION = {
  document: `query($seat: ID!) { matches(seatId: $seat, first: 25) { hiddenForConsent
    nodes { fit score ervaringsdeskundige { id pseudonym } criteria { code state points message } blockers { code message } }
    pageInfo { hasNextPage endCursor } } }`,
  begins: ['data', 'matches', 'hiddenForConsent'],
};

export interface MatchFigures {
  readonly seats: number;
  readonly answers: number;
  readonly failures: number;
  /** as measured by the caller */
  readonly p50: number;
  readonly p95: number;
  /** share of the answers that the service itself completed within the goal's milliseconds */
  readonly share: number;
}

/** Matches for each of the vacant seats of the busiest region, for its secretary, ten at a time. */
export async function matchesOf(
  { origin }: Server,
  token: string,
  { owner, region }: BenchDatabase,
  { rounds, seconds, warmUpSeconds }: Plan,
  say: (line: string) => void,
): Promise<MatchFigures> {
  const { rows } = await owner.query<{ id: string }>(
    `select s.id from advisory_seats s where s.region_id = $1 and s.abolished_on is null
       and not exists (select from seat_appointments a where a.seat_id = s.id and (upper_inf(a.period) or upper(a.period) > $2))
     order by s.id`,
    [region.id, new Date().toISOString().slice(0, 10)],
  );
  const list = rows.map(({ id }) => askService(MATCH_QUESTION, { seat: nodeId('AdvisorySeat', id) }, token));
  const pace = (length: number) => ({ connections: CONNECTIONS, seconds: length });
  await drive(origin, MATCH_QUESTION, list, pace(warmUpSeconds), false);
  const before = await answered(origin);
  const load = await drive(origin, MATCH_QUESTION, list, pace(seconds * rounds), false);
  const after = await answered(origin);
  const { answers, failures, p50, p95 } = load;
  const share = (after.soon - before.soon) / (after.all - before.all);
  say(`matches: ${load.perSecond.toFixed(0)}/s for ${list.length} vacant seats`);
  return { seats: list.length, answers, failures, p50, p95, share };
}

/** How many queries the service has answered, and how many of them within the goal. */
async function answered(origin: string): Promise<{ all: number; soon: number }> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const count = (bucket: string) =>
    Number(
      new RegExp(
        `^graphql_request_duration_seconds_bucket\\{le="${bucket}",operation="query",outcome="OK"\\} (\\d+)$`,
        'm',
      ).exec(text)?.[1] ?? 0,
    );
  return { all: count('\\+Inf'), soon: count(String(GOAL_MS / 1_000)) };
}

export function matchVerdict({ seats, p50, p95, share }: MatchFigures): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const met = share >= GOAL_SHARE ? 'met' : 'NOT MET';
  return (
    `matches for ${seats} vacant seats, ${CONNECTIONS} at a time: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms for the caller;\n` +
    `done by the service within ${GOAL_MS} ms: ${percent(share)}, goal ${percent(GOAL_SHARE)} ${met}`
  );
}
