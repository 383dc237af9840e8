import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { type Json, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { currentText } from '../consent/consent-text.js';

const PROFILE = `id version pseudonym registeredOn person { displayName } region { code } themes { code } domains levels
  trainings { id version title issuer completedOn validUntil state }
  bringsOthersExperience bringsOthersBasis bringsOthersOn connectsWithProfessionals connectsBasis connectsOn
  availability { hoursPerMonth dayParts meetingForms } languages participationForms compensation maxSeats currentSeats
  pausedPeriod { from until } paused findable consent { scopes until textVersion language channel }
  incompatibilities { id kind organisation { name } municipality { code } period { from until } }`;

const WHOLE = `ervaringsdeskundige { ${PROFILE} }`;
const TRAINING = 'training { id version title issuer completedOn validUntil state }';
/** The fields selected from a mutation's payload; only the profile by default. */
const ANSWERS: Readonly<Record<string, string>> = {
  trainingRecord: TRAINING,
  trainingCorrect: TRAINING,
  incompatibilityCorrect: `incompatibility { id } ${WHOLE}`,
  incompatibilityRecord: `incompatibility { id } ${WHOLE}`,
  incompatibilityEnd: `incompatibility { id } ${WHOLE}`,
  findableConsentGive: `consent { id } ${WHOLE}`,
  findableConsentWithdraw: `consent { id } ${WHOLE}`,
};

export interface Parent {
  /** public id of the person */
  readonly id: string;
  /** their account */
  readonly subject: string;
}

/**
 * JZ06 with a coordinator, a colleague and a secretary; JZ22 with the same ("… elsewhere"); a national admin. Ids are
 * public.
 */
export class ProfileScene {
  private made = 0;

  private constructor(
    readonly service: TestService,
    readonly make: Makers,
    readonly here: string,
    readonly elsewhere: string,
  ) {}

  static async begin(): Promise<ProfileScene> {
    const service = await startTestService();
    const make = new Makers(service.owner);
    const [here, elsewhere] = [await make.region('JZ06'), await make.region('JZ22')];
    await make.account('coordinator', { role: 'COORDINATOR', regionId: here });
    await make.account('colleague', { role: 'COORDINATOR', regionId: here });
    await make.account('secretary', { role: 'SECRETARY', regionId: here });
    await make.account('coordinator elsewhere', { role: 'COORDINATOR', regionId: elsewhere });
    await make.account('secretary elsewhere', { role: 'SECRETARY', regionId: elsewhere });
    await make.account('supporter', {
      role: 'SUPPORTER',
      organisationId: await make.organisation(here),
    });
    await make.account('admin', { role: 'ADMIN' });
    return new ProfileScene(service, make, here, elsewhere);
  }

  async parent(regionId = this.here): Promise<Parent> {
    const uuid = await this.make.person(regionId);
    const subject = `ouder ${++this.made}`;
    await this.make.account(subject, { personId: uuid });
    return { id: nodeId('Person', uuid), subject };
  }

  /** Registered by the coordinator; not findable yet. */
  async profile(input: object = {}, of?: Parent): Promise<{ id: string; parent: Parent }> {
    const parent = of ?? (await this.parent());
    const done = await this.done('ervaringsdeskundigeRegister', { personId: parent.id, ...input });
    return { id: done.ervaringsdeskundige.id as string, parent };
  }

  /** Registered, and findable by the parent's own consent. */
  async findable(scopes: string[] = ['REGION'], input: object = {}, until?: string) {
    const made = await this.profile(input);
    await this.give(made.id, { scopes, until }, made.parent.subject);
    return made;
  }

  async give(id: string, input: object = {}, subject = 'coordinator') {
    const channel = subject === 'coordinator' ? 'PAPER' : undefined;
    const { scopes = ['REGION'] } = input as { scopes?: Parameters<typeof currentText>[0] };
    const consent = { scopes, textVersion: currentText(scopes)!.version, channel, ...input };
    return this.done('findableConsentGive', { ervaringsdeskundigeId: id, ...consent }, subject);
  }

  async withdraw(id: string, subject: string) {
    return this.done('findableConsentWithdraw', { ervaringsdeskundigeId: id }, subject);
  }

  /** The payload of a mutation; its `errors` as `CODE path`. */
  async run(mutation: string, input: object, subject = 'coordinator'): Promise<Json> {
    const query = attemptOf(mutation).replace('errors {', `${ANSWERS[mutation] ?? WHOLE} errors {`);
    const { data, errors } = await this.service.ask(subject, query, { input });
    if (errors) return { errors: errors.map((error: Json) => error.extensions.code as string) };
    const refusals = data.done.errors.map(({ code, path }: Json) => `${code} ${path.join('.')}`.trim());
    return { ...data.done, errors: refusals };
  }

  async done(mutation: string, input: object, subject?: string): Promise<Json> {
    const answer = await this.run(mutation, input, subject);
    expect(answer.errors).toEqual([]);
    return answer;
  }

  /** Why it was refused, without changing anything. */
  async refused(mutation: string, input: object, subject?: string): Promise<string[]> {
    return (await unchanged(this.service.owner, () => this.run(mutation, input, subject))).errors;
  }

  async shown(id: string, subject = 'coordinator'): Promise<Json> {
    const query = `query($id: ID!) { ervaringsdeskundige(id: $id) { ${PROFILE} } }`;
    const { data, errors } = await this.service.ask(subject, query, { id });
    expect(errors).toBeUndefined();
    return data.ervaringsdeskundige;
  }

  /** The ids in a list. */
  async listed(subject = 'secretary', filter: object = {}): Promise<string[]> {
    const query = `query($filter: ErvaringsdeskundigeFilter) {
      ervaringsdeskundigen(first: 100, filter: $filter) { totalCount nodes { id } } }`;
    const { data, errors } = await this.service.ask(subject, query, { filter });
    expect(errors).toBeUndefined();
    const ids = data.ervaringsdeskundigen.nodes.map((node: Json) => node.id as string);
    expect(data.ervaringsdeskundigen.totalCount).toBe(ids.length);
    return ids;
  }

  /** Appoints a person to a seat of a body of this region from a day on, by an accepted invitation. */
  async asked(id: string, status: 'ACCEPTED' | 'APPOINTED', until: string | null = null): Promise<string> {
    const { owner } = this.service;
    const { rows } = await owner.query(
      `with body as (insert into advisory_bodies (id, name, kind, region_id, level, domains, term_months, break_months,
         carry_over, replacement_serves_remaining, incompatible_kinds, ends_soon_months, vacancy_days)
         values (gen_random_uuid(), 'Adviesraad', 'ADVIESRAAD', $1, 'BELEID', '{ZORG}', 48, 0, true, true, '{}', 6, 60)
         returning id, region_id)
       insert into advisory_seats (id, body_id, region_id, title, opened_on)
         select gen_random_uuid(), id, region_id, 'Zetel', '2026-01-01' from body returning id, body_id, region_id`,
      [this.here],
    );
    const { id: seat, body_id: body, region_id: region } = rows[0];
    const { rows: invitations } = await owner.query(
      `insert into seat_invitations (id, seat_id, body_id, region_id, ervaringsdeskundige_id, person_id, person_region_id,
         invited_by, status, asked_on, expires_on, answered_on, answered_by, shortlist)
       select gen_random_uuid(), $1, $2, $3, e.id, e.person_id, e.region_id, a.id, $5, '2026-02-01', '2026-02-15',
         '2026-02-02', 'SIGNED_IN', '[]'
       from ervaringsdeskundigen e, accounts a where e.id = $4 and a.subject = 'secretary' returning id`,
      [seat, body, region, parseNodeId(id)!.uuid, status],
    );
    if (status === 'APPOINTED') {
      await owner.query(
        `insert into seat_appointments (id, seat_id, body_id, region_id, person_id, period, latest_end, term_number,
           end_reason, invitation_id)
         select gen_random_uuid(), $1, $2, $3, person_id, daterange('2026-03-01', $5::date, '[]'), '2030-02-28', 1,
           case when $5::date is not null then 'PERSONAL' end, $6
         from ervaringsdeskundigen where id = $4`,
        [seat, body, region, parseNodeId(id)!.uuid, until, invitations[0].id],
      );
    }
    return invitations[0].id as string;
  }
}
