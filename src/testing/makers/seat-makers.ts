import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';

/** The differences from a body without special rules. */
export interface BodyRules {
  readonly termMonths?: number;
  readonly maxConsecutiveTerms?: number | null;
  readonly breakMonths?: number;
  readonly carryOver?: boolean;
  readonly replacementServesRemaining?: boolean;
  readonly incompatibilities?: readonly string[];
  readonly maxLeavingShare?: number | null;
  readonly endsSoonMonths?: number;
  readonly vacancyDays?: number;
  readonly alternates?: boolean;
}

/** Inserts bodies, seats and appointments into a test database as its owner. Ids are uuids, days as text. */
export class SeatMakers {
  private made = 0;

  constructor(private readonly owner: Client) {}

  /** An adviesraad with terms of four years. */
  async body(regionId: string, rules: BodyRules = {}): Promise<string> {
    const {
      termMonths = 48,
      maxConsecutiveTerms = null,
      breakMonths = 0,
      carryOver = true,
      replacementServesRemaining = true,
      incompatibilities = [],
      maxLeavingShare = null,
      endsSoonMonths = 6,
      vacancyDays = 60,
      alternates = false,
    } = rules;
    const id = uuid();
    await this.owner.query(
      `insert into advisory_bodies (id, name, kind, region_id, level, domains, established_on, term_months,
         max_consecutive_terms, break_months, carry_over, replacement_serves_remaining, incompatible_kinds,
         max_leaving_share, ends_soon_months, vacancy_days, alternates)
       values ($1, $2, 'ADVIESRAAD', $3, 'BELEID', '{ONDERWIJS}', '2020-01-01', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        `Adviesraad ${++this.made}`,
        regionId,
        termMonths,
        maxConsecutiveTerms,
        breakMonths,
        carryOver,
        replacementServesRemaining,
        incompatibilities,
        maxLeavingShare,
        endsSoonMonths,
        vacancyDays,
        alternates,
      ],
    );
    return id;
  }

  /** That a body works in another region as well: agreed and in force unless stated otherwise; `answer` null = asked. */
  async agreement(
    bodyId: string,
    regionId: string,
    { answer = 'AGREED', period = '[2026-01-01,)' }: { answer?: string | null; period?: string } = {},
  ): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into region_agreements (id, body_id, home_region_id, region_id, asked_on, motivation, period, answer,
         answered_on)
       select $1, b.id, b.region_id, $3, '2025-12-01', 'Samen optrekken', $4, $5::text,
         case when $5::text is not null then date '2025-12-15' end
       from advisory_bodies b where b.id = $2`,
      [id, bodyId, regionId, period, answer],
    );
    return id;
  }

  async seat(bodyId: string, openedOn = '2026-01-01', abolishedOn: string | null = null): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into advisory_seats (id, body_id, region_id, title, opened_on, abolished_on)
       select $1, b.id, b.region_id, $3, $4, $5 from advisory_bodies b where b.id = $2`,
      [id, bodyId, `Zetel ${++this.made}`, openedOn, abolishedOn],
    );
    return id;
  }

  /** `period` as a daterange: `[2026-01-01,)` */
  async appointment(
    seatId: string,
    personId: string,
    period = '[2026-01-01,)',
    latestEnd = '2029-12-31',
  ): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into seat_appointments (id, seat_id, body_id, region_id, person_id, period, latest_end, term_number, end_reason)
       select $1, s.id, s.body_id, s.region_id, $3, $4::daterange, $5, 1,
         case when upper_inf($4::daterange) then null else 'OTHER' end
       from advisory_seats s where s.id = $2`,
      [id, seatId, personId, period, latestEnd],
    );
    return id;
  }

  /** Makes a region know somebody who lives elsewhere: years ago they held a seat there, which is no more. */
  async formerSeat(regionId: string, personId: string): Promise<void> {
    const seat = await this.seat(await this.body(regionId), '2015-01-01', '2020-01-01');
    await this.appointment(seat, personId, '[2015-01-01,2019-01-01)', '2018-12-31');
  }
}
