import { nodeId } from '../../../kernel/node-id.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { renewAll } from '../../../testing/stored-is-fresh.js';
import { RegionScene } from '../../../testing/region-scene.js';

const DEPART = `mutation($input: PersonDepartInput!) { personDepart(input: $input) {
  person { deceasedOn departure { kind on takenBack } } departure { kind on note takeBackUntil } errors { code path } } }`;
const TAKE_BACK = `mutation($input: PersonDepartTakeBackInput!) { personDepartTakeBack(input: $input) {
  person { deceasedOn } departure { takenBack } errors { code path } } }`;

/** Somebody with a part in everything, in their own region and in another one. Ids are uuids. */
export interface Involved {
  readonly personId: string;
  readonly network: string;
  readonly networkElsewhere: string;
  readonly led: string;
  readonly ledElsewhere: string;
  readonly membership: string;
  readonly toCome: string;
  readonly seat: string;
  readonly appointment: string;
  readonly laterSeat: string;
  readonly candidate: string;
  readonly item: string;
  readonly profile: string;
  readonly invitation: string;
}

/** Two regions with their coordinators, and people who are involved in both. */
export class DepartureScene extends RegionScene {
  readonly seats = new SeatMakers(this.service.owner);
  readonly profiles = new ProfileMakers(this.service.owner);

  async involved(): Promise<Involved> {
    const { make, seats, profiles, region, elsewhere } = this;
    const { owner } = this.service;
    const personId = await make.person(region);
    const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: personId });
    const networkElsewhere = await make.network(elsewhere, { activeFrom: '2026-01-01', ledBy: personId });
    await owner.query('update oudernetwerken set contact_person_id = $2 where id = $1', [network, personId]);
    const membership = await make.membership(network, personId);
    const soon = await make.network(elsewhere);
    const toCome = await make.membership(soon, personId, '[2027-03-01,)');
    const body = await seats.body(region);
    const seat = await seats.seat(body);
    const appointment = await seats.appointment(seat, personId);
    const laterSeat = await seats.seat(await seats.body(elsewhere));
    await seats.appointment(laterSeat, personId, '[2027-01-01,)', '2030-12-31');
    const plan = await make.successionPlan(await make.network(elsewhere));
    const candidate = await make.candidate(plan, personId, 'EXPLORING');
    const item = await make.handoverItem(plan);
    await owner.query('update handover_items set owner_person_id = $2 where id = $1', [item, personId]);
    const profile = await profiles.profile(personId);
    const invitation = await profiles.invitation(await seats.seat(await seats.body(region)), profile, {
      by: 'coordinator',
    });
    await renewAll(this.service);
    const id = async (table: string, where: string) =>
      (
        await owner.query(`select id from ${table} where person_id = $1 and oudernetwerk_id = $2`, [
          personId,
          where,
        ])
      ).rows[0].id as string;
    return {
      personId,
      network,
      networkElsewhere,
      led: await id('trekkerschappen', network),
      ledElsewhere: await id('trekkerschappen', networkElsewhere),
      membership,
      toCome,
      seat,
      appointment,
      laterSeat,
      candidate,
      item,
      profile,
      invitation,
    };
  }

  async depart(personId: string, input: object = {}, subject = 'coordinator') {
    const given = { id: nodeId('Person', personId), kind: 'DECEASED', ...input };
    return (await this.ask(DEPART, { input: given }, subject)).personDepart;
  }

  /** The last departure of theirs that stands, or else the last one. */
  async departureId(personId: string): Promise<string> {
    const [last] = await this.rows<{ id: string }>(
      'select id from departures where person_id = $1 order by taken_back_at is not null, recorded_at desc, id desc limit 1',
      personId,
    );
    return nodeId('PersonDeparture', last!.id);
  }

  async takeBack(personId: string, subject = 'coordinator') {
    const input = { id: await this.departureId(personId) };
    return (await this.ask(TAKE_BACK, { input }, subject)).personDepartTakeBack;
  }

  async rows<Row = Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return (await this.service.owner.query(sql, values)).rows as Row[];
  }

  /** Everything that somebody does, as it is on record. */
  async parts(personId: string): Promise<unknown> {
    return {
      roles: await this.rows(
        `select 'leads' as what, id, period::text, end_reason from trekkerschappen where person_id = $1
         union all select 'member', id, period::text, null from memberships where person_id = $1
         union all select 'seat', id, period::text, end_reason from seat_appointments where person_id = $1 order by 1, 2`,
        personId,
      ),
      asked: await this.rows(
        `select id, stage as status, decline_reason as why from successor_candidates where person_id = $1
         union all select id, status, withdrawn_because from seat_invitations where person_id = $1 order by 1`,
        personId,
      ),
      tasks: await this.rows('select id from handover_items where owner_person_id = $1 order by 1', personId),
      contact: await this.rows(
        'select id from oudernetwerken where contact_person_id = $1 order by 1',
        personId,
      ),
      findable: await this.rows(
        'select findable_until::text from ervaringsdeskundigen where person_id = $1',
        personId,
      ),
    };
  }
}
