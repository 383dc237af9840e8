import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';

export interface ProfileFacts {
  readonly region?: string;
  readonly scope?: 'REGION' | 'COUNTRY' | null;
  readonly until?: string;
  readonly domains?: readonly string[];
  readonly levels?: readonly string[];
  readonly dayParts?: readonly string[];
  readonly languages?: readonly string[];
  readonly forms?: readonly string[];
  readonly themes?: readonly string[];
  readonly training?: { readonly title: string; readonly validUntil: string | null };
  readonly brings?: boolean | null;
  readonly connects?: boolean | null;
  readonly maxSeats?: number | null;
  readonly paused?: string;
}

export interface Profile {
  readonly id: string;
  readonly personId: string;
}

/** Profiles by their pseudonym, and the requirements of seats, inserted as the owner of a test database. */
export class MatchWorld {
  readonly make: Makers;
  readonly seats: SeatMakers;

  constructor(private readonly owner: Client) {
    this.make = new Makers(owner);
    this.seats = new SeatMakers(owner);
  }

  /** States nothing but what is given; findable in JZ06 until 2028 unless stated otherwise. */
  async profile(pseudonym: string, facts: ProfileFacts = {}): Promise<Profile> {
    const region = await this.make.region(facts.region ?? 'JZ06');
    const personId = await this.make.person(region);
    const id = uuid();
    const { brings = null, connects = null } = facts;
    await this.owner.query(
      `insert into ervaringsdeskundigen (id, person_id, pseudonym, registered_on, domains, levels, day_parts, meeting_forms,
         languages, participation_forms, brings_others_experience, brings_others_basis, brings_others_on,
         connects_with_professionals, connects_basis, connects_on, max_seats, paused)
       values ($1, $2, $3, '2026-01-01', $4, $5, $6, '{}', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        id,
        personId,
        pseudonym,
        facts.domains ?? [],
        facts.levels ?? [],
        facts.dayParts ?? [],
        facts.languages ?? ['nl'],
        facts.forms ?? ['SEAT'],
        ...[brings, connects].flatMap((said) =>
          said === null ? [null, null, null] : [said, 'INTERVIEW', '2026-01-01'],
        ),
        facts.maxSeats ?? null,
        facts.paused ?? null,
      ],
    );
    await this.owner.query(
      'insert into ervaringsdeskundige_themes select $1, id from themes where code = any ($2)',
      [id, facts.themes ?? []],
    );
    if (facts.training) {
      await this.owner.query(
        `insert into trainings (id, ervaringsdeskundige_id, title, issuer, completed_on, valid_until)
         values ($1, $2, $3, 'Opleider', '2025-01-01', $4)`,
        [uuid(), id, facts.training.title, facts.training.validUntil],
      );
    }
    const { scope = 'REGION', until = '2028-12-31' } = facts;
    if (scope) await this.consent(personId, scope, until);
    return { id, personId };
  }

  /** Null withdraws it. */
  async consent(personId: string, scope: string | null, until = '2028-12-31'): Promise<void> {
    await this.owner.query(
      `insert into consents (id, person_id, purpose, given, scopes, until, text_version, language, channel, recorded_at)
       values ($1, $2, 'FINDABLE', $3, $4, $5, '2026-11', 'nl', 'PAPER', clock_timestamp())`,
      [uuid(), personId, scope !== null, scope ? [scope] : [], scope && until],
    );
  }

  /** `HARD THEME JEUGDHULP`, `PREFERRED TRAINING Basis` */
  async asks(seatId: string, ...wanted: readonly string[]): Promise<void> {
    for (const each of wanted) {
      const [strength, kind, ...rest] = each.split(' ');
      const value = rest.join(' ');
      await this.owner.query(
        `insert into seat_requirements (id, seat_id, body_id, region_id, kind, strength, value, label, theme_id, place_id)
         select $1, s.id, s.body_id, s.region_id, $3, $4,
           case $3 when 'THEME' then t.id::text when 'REGION' then r.id::text when 'TRAINING' then fold($5) else $5 end,
           case $3 when 'TRAINING' then $5 end, t.id, r.id
         from advisory_seats s left join themes t on $3 = 'THEME' and t.code = $5
           left join regions r on $3 = 'REGION' and r.code = $5
         where s.id = $2`,
        [uuid(), seatId, kind, strength, value],
      );
    }
  }

  /** An invitation for a seat, answered on the day it was sent. */
  async invited(seatId: string, { id, personId }: Profile, on: string, status = 'DECLINED'): Promise<void> {
    const answered = status === 'DECLINED' || status === 'ACCEPTED';
    await this.owner.query(
      `insert into seat_invitations (id, seat_id, body_id, region_id, ervaringsdeskundige_id, person_id, person_region_id,
         invited_by, status, asked_on, expires_on, answered_on, answered_by, closed_on, decline_kind, shortlist)
       select $1, s.id, s.body_id, s.region_id, $3, $4, p.region_id, (select id from accounts limit 1), $5, $6::date,
         $6::date + 14, $7, $8, $9, $10, '[]'
       from advisory_seats s, people p where s.id = $2 and p.id = $4`,
      [
        uuid(),
        seatId,
        id,
        personId,
        status,
        on,
        answered ? on : null,
        answered ? 'LINK' : null,
        status === 'EXPIRED' ? '2026-11-24' : null,
        status === 'DECLINED' ? 'NO_TIME' : null,
      ],
    );
  }
}

export const seatNode = (id: string) => nodeId('AdvisorySeat', id);
