import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';

/** Where a profile is findable: null = nowhere. */
export type ConsentScope = 'REGION' | 'REGION_AND_AGREEMENTS' | 'COUNTRY' | null;

/** Inserts ervaringsdeskundigen with their consent into a test database as its owner. Ids are uuids, days as text. */
export class ProfileMakers {
  constructor(private readonly owner: Client) {}

  /** A person who would take a seat, and consents to be findable until the end of 2028 unless stated otherwise. */
  async profile(personId: string, scope: ConsentScope = 'REGION', until = '2028-12-31'): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into ervaringsdeskundigen (id, person_id, pseudonym, registered_on, domains, levels, day_parts,
         meeting_forms, languages, participation_forms)
       values ($1, $2, $3, '2026-01-01', '{ONDERWIJS}', '{BELEID}', '{EVENING}', '{ON_SITE}', '{nl}', '{SEAT}')`,
      [id, personId, `Ervaringsdeskundige ${id.slice(-6)}`],
    );
    if (scope) await this.consent(personId, scope, until);
    return id;
  }

  async consent(personId: string, scope: ConsentScope, until = '2028-12-31'): Promise<void> {
    await this.owner.query(
      `insert into consents (id, person_id, purpose, given, scopes, until, text_version, language, channel, recorded_at)
       values ($1, $2, 'FINDABLE', $3, $4, $5, '2026-11', 'nl', 'PAPER',
         (select coalesce(max(recorded_at), '2026-01-01') + interval '1 second' from consents where person_id = $2))`,
      [uuid(), personId, scope !== null, scope ? [scope] : [], scope && until],
    );
  }

  /** An employee unless stated otherwise; of an organisation or a municipality (uuid). */
  async incompatibility(
    ervaringsdeskundigeId: string,
    tie: { kind?: string; organisation?: string; municipality?: string; period?: string },
  ): Promise<string> {
    const { kind = 'EMPLOYEE', organisation = null, municipality = null, period = '[2026-01-01,)' } = tie;
    const id = uuid();
    await this.owner.query(
      `insert into incompatibilities (id, ervaringsdeskundige_id, kind, organisation_id, municipality_id, period)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, ervaringsdeskundigeId, kind, organisation, municipality, period],
    );
    return id;
  }

  /** Answers are given on the day of the invitation, by a signed-in parent. */
  async invitation(
    seatId: string,
    ervaringsdeskundigeId: string,
    state: { status?: string; askedOn?: string; expiresOn?: string; by?: string } = {},
  ): Promise<string> {
    const { status = 'ASKED', askedOn = '2026-11-20', expiresOn = '2026-12-04', by = 'secretary' } = state;
    const id = uuid();
    const answered = ['ACCEPTED', 'DECLINED', 'APPOINTED'].includes(status);
    const closed = ['EXPIRED', 'WITHDRAWN'].includes(status);
    await this.owner.query(
      `insert into seat_invitations (id, seat_id, body_id, region_id, ervaringsdeskundige_id, person_id, person_region_id,
         invited_by, status, asked_on, expires_on, answered_on, answered_by, closed_on, withdrawn_because, decline_kind,
         shortlist)
       select $1, s.id, s.body_id, s.region_id, e.id, e.person_id, e.region_id, a.id, $5, $6, $7, $8, $9, $10, $11, $12,
         '{"ruleVersion": 1, "entries": []}'
       from advisory_seats s, ervaringsdeskundigen e, accounts a where s.id = $2 and e.id = $3 and a.subject = $4`,
      [
        id,
        seatId,
        ervaringsdeskundigeId,
        by,
        status,
        askedOn,
        expiresOn,
        answered ? askedOn : null,
        answered ? 'SIGNED_IN' : null,
        closed ? expiresOn : null,
        status === 'WITHDRAWN' ? 'BY_SECRETARY' : null,
        status === 'DECLINED' ? 'NO_TIME' : null,
      ],
    );
    return id;
  }
}
