import { nodeId } from '../../../kernel/node-id.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../../../features/advisory/testing/seats.js';
import { NOW } from '../../../testing/test-service.js';

export const FORMULA = '=HYPERLINK("http://x","y")';
export const ODD =
  'Zetel "één", ouders; 👩‍👧 van de zeer lange naam die in een agenda over meer dan één regel gaat';

/** A body with four seats, two of them held: one until 2026 and one until 2027. */
interface Schedule {
  /** public id */
  readonly body: string;
  /** uuids of the holders */
  readonly people: readonly string[];
  /** the link to a file of 2026 and 2027, unless specified otherwise */
  link(about?: object, as?: string): Promise<string>;
  /** the disclosures of names */
  logged(): Promise<{ readonly person_id: string }[]>;
}

export interface ScheduleWorld extends SeatWorld {
  /** at 10:00 on the day of the tests */
  schedule(): Promise<Schedule>;
  secretary(subject: string): Promise<string>;
  fetched(url: string, method?: 'GET' | 'HEAD' | 'POST'): ReturnType<typeof fetchedFrom>;
}

let fetches = 0;
/** By another client every time: whoever guesses too often has to wait, which is not what these tests are about. */
const fetchedFrom = (world: SeatWorld, url: string, method: 'GET' | 'HEAD' | 'POST') => {
  fetches += 1;
  return world.service.app.inject({ method, url, remoteAddress: `10.0.${fetches >> 8}.${fetches & 255}` });
};

export async function startScheduleWorld(): Promise<ScheduleWorld> {
  const world = await startSeatWorld();
  const { make, region, service } = world;
  return {
    ...world,
    secretary: (subject) => make.account(subject, { role: 'SECRETARY', regionId: region }),
    fetched: (url, method = 'GET') => fetchedFrom(world, url, method),
    async schedule() {
      service.travelTo(NOW);
      const rules = { carryOver: true, maxConsecutiveTerms: 1 };
      const body = await world.body(rules, { name: 'Cliëntenraad; "Noord"' });
      const seats: string[] = [];
      for (const title of [FORMULA, ODD, '@SUM(A1)', '+A1']) seats.push(await world.seat(body, { title }));
      const people = [
        await make.person(region, { given: '=1+1', infix: "'t", family: 'Proef"persoon' }),
        await make.person(region, { given: 'Noor\nRegel', family: 'Proefpersoon' }),
      ];
      await world.appoint(seats[0]!, { personId: nodeId('Person', people[0]!), from: '2022-03-01' });
      await world.appoint(seats[1]!, { personId: nodeId('Person', people[1]!), from: '2023-08-01' });
      return {
        body,
        people,
        async link(about = {}, as = 'secretary') {
          const input = { bodyId: body, format: 'XLSX', fromYear: 2026, toYear: 2027, ...about };
          const { url } = await world.run('retirementScheduleExport', input, as);
          expect(url).toMatch(/^http:\/\/localhost:4000\/downloads\/retirement-schedule\?token=[\w.-]+$/);
          return url.replace('http://localhost:4000', '');
        },
        async logged() {
          const { rows } = await service.owner.query(
            `select l.person_id, l.what, l.why, l.body_id, a.subject, l.invitation_id, l.happened_at
             from person_access_log l join accounts a on a.id = l.account_id
             where l.body_id = $1 and l.why = 'RETIREMENT_SCHEDULE' order by l.id`,
            [uuidOf(body)],
          );
          return rows;
        },
      };
    },
  };
}
