import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { Makers } from '../makers/makers.js';
import { ProfileMakers } from '../makers/profile-makers.js';
import { SeatMakers } from '../makers/seat-makers.js';
import { SECRETARY } from './rich-profiles.js';

interface Places {
  readonly here: string;
  readonly work: string;
  readonly there: string;
  readonly elsewhere: string;
}

const NAMES = ['Raad', 'raad', 'Ráád van Zuid', 'Raad', 'Klankbord “Óns”'];
const KINDS = ['ADVIESRAAD', 'OPR', 'BELEIDSTAFEL', 'ADVIESRAAD', 'KLANKBORDGROEP'];
/** The last day of the term of the current holder of the first seat of a body. */
const TERMS = ['2026-11-24', '2027-05-24', '2027-05-25', '2030-12-31', '2026-11-25'];
const ASKED = ['ASKED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'APPOINTED'];
/** With which region, by the body's place in the list below, and what became of it. */
const AGREEMENTS: readonly (readonly [number, keyof Places, { answer?: string | null; period?: string }])[] =
  [
    [0, 'there', {}],
    [0, 'elsewhere', { answer: null }],
    [1, 'there', { period: '[2025-01-01,2026-11-25)' }],
    [1, 'there', { period: '[2026-11-26,)' }],
    [3, 'here', { answer: 'DECLINED' }],
    [3, 'elsewhere', { answer: null, period: '[2026-01-01,2026-11-01)' }],
    [4, 'here', { period: '[2026-01-01,2026-11-26)' }],
    [4, 'there', { answer: 'WITHDRAWN' }],
  ];

const STRENGTHS = ['HARD', 'PREFERRED'];

/**
 * Bodies with equal names, being set up and ended, across regions; seats that are held, kept after the term, vacant,
 * future and abolished, with requirements of every kind; and invitations in every state.
 */
export async function addSeats(owner: Client, places: Places, people: readonly string[]): Promise<void> {
  const [make, seats, profiles] = [new Makers(owner), new SeatMakers(owner), new ProfileMakers(owner)];
  const { rows } = await owner.query<{ id: string; person_id: string }>(
    'select id, person_id from ervaringsdeskundigen where person_id = any ($1) order by id',
    [people],
  );
  const organisation = await make.organisation(places.here);
  const regions = [places.here, places.here, places.work, places.there, places.elsewhere];
  for (const [index, region] of regions.entries()) {
    const body = await seats.body(region, {
      maxConsecutiveTerms: index % 2 === 0 ? 1 : null,
      incompatibilities: index % 2 === 0 ? ['EMPLOYEE'] : [],
    });
    await about(owner, body, index);
    await put(owner, 'advisory_body_organisations', { body_id: body, organisation_id: organisation });
    for (const [of, to, agreed] of AGREEMENTS) {
      if (of === index) await seats.agreement(body, places[to], agreed);
    }

    const held = await seats.seat(body, '2020-01-01');
    const vacant = await seats.seat(body, '2020-01-01');
    const future = await seats.seat(body, '2026-11-26');
    const gone = await seats.seat(body, '2024-01-01', '2026-11-25');
    const who = (step: number) => people[(index * 2 + step) % people.length]!;
    await seats.appointment(held, who(0), '[2020-01-01,2023-01-01)', '2022-12-31');
    await seats.appointment(held, who(1), '[2023-01-01,)', TERMS[index]);
    await seats.appointment(vacant, who(2), '[2021-01-01,2026-11-20)', '2026-12-31');
    if (index % 2 === 0) await seats.appointment(vacant, who(3), '[2027-02-01,)', '2031-01-31');
    await seats.appointment(gone, who(4), '[2024-01-01,2026-11-25)', '2027-12-31');
    await owner.query(`update advisory_seats set title = 'Zetel' where id = any ($1)`, [[vacant, future]]);
    const small = await seats.seat(body, '2020-01-01');
    await demand(owner, small, { kind: 'DOMAIN', value: 'ZORG' }, 'HARD');
    await requirement(owner, held, index);
    await requirement(owner, vacant, index + 1);
    for (const [step, status] of ASKED.entries()) {
      const { id } = rows[(index + step) % rows.length]!;
      const asked = {
        status,
        by: SECRETARY,
        askedOn: `2026-${step < 3 ? 11 : '05'}-2${step}`,
      };
      const seat = step % 2 === 0 ? vacant : future;
      const invitation = await profiles.invitation(seat, id, { ...asked, expiresOn: `2026-11-2${3 + step}` });
      await tell(owner, invitation, [id, rows[index]!.id]);
    }
    await profiles.incompatibility(rows[(index + 6) % rows.length]!.id, { organisation });
    await askByName(owner, vacant);
  }
}

async function put(owner: Client, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const values = columns.map((_, index) => `$${index + 1}`);
  await owner.query(`insert into ${table} (${columns.join()}) values (${values.join()})`, Object.values(row));
}

async function about(owner: Client, body: string, index: number): Promise<void> {
  await owner.query(
    `update advisory_bodies set name = $2, kind = $3, purpose = case when $4 % 2 = 0 then 'Meedenken' end,
       level = (array['KIND', 'UITVOERING', 'BELEID'])[1 + $4 % 3],
       domains = case when $4 % 2 = 0 then '{ZORG}' else '{JEUGD,ONDERWIJS}' end::text[],
       established_on = case when $4 <> 1 then '2020-01-01'::date end,
       ended_on = case when $4 = 3 then '2026-11-25'::date end
     where id = $1`,
    [body, NAMES[index], KINDS[index], index],
  );
}

interface Asked {
  readonly kind: string;
  readonly value: string;
  readonly label?: string;
  readonly theme_id?: string;
  readonly place_id?: string;
}

async function demand(owner: Client, seat: string, asked: Asked, strength: string): Promise<void> {
  const { kind, value, label = null, theme_id = null, place_id = null } = asked;
  await owner.query(
    `insert into seat_requirements (id, seat_id, body_id, region_id, kind, strength, value, label, theme_id, place_id)
     select $1, s.id, s.body_id, s.region_id, $3, $4, $5, $6, $7, $8 from advisory_seats s where s.id = $2`,
    [uuid(), seat, kind, strength, value, label, theme_id, place_id],
  );
}

/** Free text, a shortlist of the invited profile and another, and a disclosure of the name. */
async function tell(owner: Client, invitation: string, profiles: readonly string[]): Promise<void> {
  const criterion = {
    code: 'DOMAIN',
    state: 'MET',
    points: 6,
    blocks: false,
    nl: 'Kent het domein.',
    en: 'Knows it.',
  };
  const entries = profiles.map((ervaringsdeskundigeId, index) => ({
    place: 2 - index,
    ervaringsdeskundigeId,
    fit: 'SUITABLE',
    score: 6 + index,
    criteria: [criterion],
  }));
  await owner.query(
    `update seat_invitations set shortlist = $2, message = 'Wilt u meedenken?', motivation = 'Past goed',
       decline_reason = case when status = 'DECLINED' then 'Te druk' end,
       asked_through = (select oudernetwerk_id from memberships m where m.person_id = seat_invitations.person_id limit 1)
     where id = $1`,
    [invitation, { ruleVersion: 1, entries }],
  );
  await owner.query(
    `insert into person_access_log (id, person_id, person_region_id, happened_at, what, why, account_id, body_id, invitation_id)
     select $2, person_id, person_region_id, asked_on, 'NAME_AND_CONTACT', 'INVITATION_ACCEPTED', invited_by, body_id, id
     from seat_invitations where id = $1 and status in ('ACCEPTED', 'APPOINTED')`,
    [invitation, uuid()],
  );
  await owner.query(
    `insert into list_exports (id, account_id, kind, purpose, format, filter, asked_at)
     select $2, invited_by, 'SEATS', 'OVERVIEW', 'CSV', '{}', asked_on from seat_invitations where id = $1`,
    [invitation, uuid()],
  );
}

/** Whoever held a seat of the body before, and somebody nominated. */
async function askByName(owner: Client, seat: string): Promise<void> {
  const invite = (columns: string, from: string) =>
    owner.query<{ id: string }>(
      `insert into seat_invitations (id, seat_id, body_id, region_id, invited_by, status, asked_on, expires_on, shortlist, ${columns})
       select gen_random_uuid(), s.id, s.body_id, s.region_id, a.id, 'ASKED', '2026-11-20', '2026-12-04', '{}', ${from}
       and s.id = $1 and a.subject = $2 limit 1 returning id`,
      [seat, SECRETARY],
    );
  await invite(
    'former_appointment_id, person_id, person_region_id',
    `left_by.id, p.id, p.region_id from advisory_seats s, accounts a, seat_appointments left_by, people p
     where left_by.body_id = s.body_id and p.id = left_by.person_id and upper(left_by.period) <= '2026-11-25'`,
  );
  const { rows } = await invite(
    'message, language',
    `'Komt u erbij?', 'nl' from advisory_seats s, accounts a where true`,
  );
  for (const { id } of rows) {
    await put(owner, 'seat_nominees', {
      invitation_id: id,
      given_name: 'Roos',
      family_name: 'Voordracht',
      email: `${id}@example.org`,
      source: 'de medezeggenschapsraad',
    });
  }
}

/** A requirement of every kind, in turn hard and preferred. */
async function requirement(owner: Client, seat: string, index: number): Promise<void> {
  const { rows } = await owner.query<{ theme: string; place: string }>(
    `select (select id from themes order by code limit 1) as theme, region_id as place from advisory_seats where id = $1`,
    [seat],
  );
  const { theme, place } = rows[0]!;
  const asked = [
    { kind: 'THEME', value: theme, theme_id: theme },
    { kind: 'REGION', value: place, place_id: place },
    { kind: 'TRAINING', value: 'aan tafel', label: 'Áán tafel' },
    { kind: 'DOMAIN', value: 'ZORG' },
    { kind: 'LEVEL', value: 'BELEID' },
    { kind: 'LANGUAGE', value: 'ar' },
    { kind: 'DAY_PART', value: 'EVENING' },
    { kind: 'PERSPECTIVE', value: 'PROFESSIONAL' },
  ];
  for (const [step, each] of asked.entries()) {
    // the seat of one body requires little, that of another much
    if (step % 3 === index % 3) continue;
    await demand(owner, seat, each, STRENGTHS[(step + index) % 2]!);
  }
}
