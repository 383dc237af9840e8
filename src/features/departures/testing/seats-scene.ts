import { nodeId } from '../../../kernel/node-id.js';
import { renewAll } from '../../../testing/stored-is-fresh.js';
import type { Json } from '../../../testing/test-service.js';
import type { DepartureScene } from './departure-scene.js';

interface Appointing {
  readonly seat?: number;
  readonly until?: string;
}

/** A body that asks its members to stay on until somebody follows, with terms of a year, and two of its seats. */
export class SeatsScene {
  private constructor(
    private readonly scene: DepartureScene,
    private readonly body: string,
    readonly seats: readonly string[],
    private readonly people: ReadonlyMap<string, string>,
  ) {}

  static async begin(
    scene: DepartureScene,
    names: readonly string[],
    rules: object = {},
  ): Promise<SeatsScene> {
    const body = await scene.seats.body(scene.region, {
      carryOver: true,
      termMonths: 12,
      replacementServesRemaining: false,
      ...rules,
    });
    const seats = [await scene.seats.seat(body), await scene.seats.seat(body)];
    const people = new Map<string, string>();
    for (const name of names) people.set(name, await scene.make.person(scene.region, { given: name }));
    await renewAll(scene.service);
    return new SeatsScene(scene, body, seats, people);
  }

  idOf(name: string): string {
    return this.people.get(name)!;
  }

  async errors(mutation: string, input: object): Promise<Json[]> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
    return (await this.scene.ask(query, { input })).done.errors;
  }

  async done(mutation: string, input: object): Promise<void> {
    expect([mutation, await this.errors(mutation, input)]).toEqual([mutation, []]);
  }

  appoint(name: string, from: string, { seat = 0, until }: Appointing = {}): Promise<void> {
    return this.done('seatAppoint', {
      seatId: nodeId('AdvisorySeat', this.seats[seat]!),
      personId: nodeId('Person', this.idOf(name)),
      from,
      ...(until && { until }),
    });
  }

  /** The appointment of somebody that began on a day, or their first one. */
  async appointmentOf(name: string, from?: string): Promise<string> {
    const [first] = await this.scene.rows<{ id: string }>(
      `select id from seat_appointments where person_id = $1 and lower(period) = coalesce($2, lower(period))
       order by period limit 1`,
      this.idOf(name),
      from ?? null,
    );
    return nodeId('SeatAppointment', first!.id);
  }

  /** Who holds a seat from when until when, why they left it, and in which of their terms. */
  async held(): Promise<string[]> {
    const rows = await this.scene.rows<{ said: string }>(
      `select concat_ws(' ', d.given_name, lower(a.period), upper(a.period) - 1, a.end_reason, a.term_number) as said
       from seat_appointments a join person_details d on d.person_id = a.person_id
       where a.body_id = $1 order by lower(a.period), 1`,
      this.body,
    );
    return rows.map(({ said }) => said);
  }
}
