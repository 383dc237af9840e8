import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { NOW, TEST_ISSUER } from '../test-service.js';

type RoleKind = 'ADMIN' | 'COORDINATOR' | 'SECRETARY' | 'SUPPORTER';

/** Inserts records into a test database as its owner, for what a test is not about. Ids are uuids. */
export class Makers {
  private made = 0;

  constructor(private readonly owner: Client) {}

  async region(code: string): Promise<string> {
    const { rows } = await this.owner.query('select id from regions where code = $1', [code]);
    return rows[0].id;
  }

  /** By hand, in use, below the given theme. */
  async theme(parentId: string | null = null): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into themes (id, code, label_nl, label_en, parent_id, by_hand) values ($1, $2, $2, $2, $3, true)`,
      [id, `THEMA_${++this.made}`, parentId],
    );
    return id;
  }

  async themeProposal(regionId: string): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into theme_proposals (id, region_id, label, motivation, proposed_on)
       values ($1, $2, $3, 'Dat missen wij', '2026-11-01')`,
      [id, regionId, `Voorstel ${++this.made}`],
    );
    return id;
  }

  async organisation(regionId: string, kind = 'STICHTING'): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into organisations (id, kind, official_name, name_status, domains, region_id)
       values ($1, $2, $3, 'OFFICIAL', '{ONDERWIJS}', $4)`,
      [id, kind, `Organisatie ${++this.made}`, regionId],
    );
    return id;
  }

  async person(
    regionId: string,
    name: { given?: string; infix?: string; family?: string } = {},
  ): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into people (id, pseudonym, region_id, perspectives, created_at) values ($1, $2, $3, '{OUDER}', $4)`,
      [id, `Persoon ${id.slice(-6)}`, regionId, NOW],
    );
    await this.owner.query(
      'insert into person_details (person_id, given_name, infix, family_name) values ($1, $2, $3, $4)',
      [id, name.given ?? `Ouder${++this.made}`, name.infix ?? null, name.family ?? 'Proefpersoon'],
    );
    return id;
  }

  /** FORMING, unless `activeFrom` is given: then ACTIVE, with a caretaker from that day on if nobody leads. */
  async network(
    regionId: string,
    options: { name?: string; activeFrom?: string; ledBy?: string } = {},
  ): Promise<string> {
    const id = uuid();
    await this.owner.query('begin');
    await this.owner.query(
      `insert into oudernetwerken (id, name, phase, region_id, sectors, active_from, created_at)
       values ($1, $2, $3, $4, '{PO}', $5, $6)`,
      [
        id,
        options.name ?? `Netwerk ${++this.made}`,
        options.activeFrom ? 'ACTIVE' : 'FORMING',
        regionId,
        options.activeFrom ?? null,
        NOW,
      ],
    );
    if (options.ledBy) await this.trekkerschap(id, options.ledBy, `[${options.activeFrom ?? '2026-01-01'},)`);
    else if (options.activeFrom) {
      await this.owner.query(
        `insert into caretakerships (id, oudernetwerk_id, region_id, organisation_id, period, standby)
         select $1, $2, $3, coordinating_organisation_id, daterange($4, null), true
         from regions where code = 'NL'`,
        [uuid(), id, regionId, options.activeFrom],
      );
    }
    await this.owner.query('commit');
    return id;
  }

  /** A network ends on a day, and its standby caretaker with it. */
  async plannedEnd(oudernetwerkId: string, on: string): Promise<void> {
    await this.owner.query('begin');
    await this.owner.query(
      `update caretakerships set period = period * daterange(null, $2::date + 1)
       where oudernetwerk_id = $1 and standby`,
      [oudernetwerkId, on],
    );
    await this.owner.query(`update oudernetwerken set ended_on = $2, end_reason = 'Klaar' where id = $1`, [
      oudernetwerkId,
      on,
    ]);
    await this.owner.query(
      `insert into network_end_tasks (oudernetwerk_id, region_id, task)
       select id, region_id, unnest(array['TELL_MEMBERS', 'HAND_OVER_FILES', 'WHERE_MEMBERS_GO'])
       from oudernetwerken where id = $1`,
      [oudernetwerkId],
    );
    await this.owner.query('commit');
  }

  /** `period` as a daterange: `[2026-01-01,)` */
  async trekkerschap(
    oudernetwerkId: string,
    personId: string,
    period: string,
    role = 'TREKKER',
  ): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into trekkerschappen (id, person_id, oudernetwerk_id, region_id, role, period, end_reason)
       select $1, $2, n.id, n.region_id, $4, $5::daterange, case when upper_inf($5::daterange) then null else 'OTHER' end
       from oudernetwerken n where n.id = $3`,
      [id, personId, oudernetwerkId, role, period],
    );
    return id;
  }

  /** From a network; nobody acts meanwhile. */
  async absence(oudernetwerkId: string, personId: string, period: string): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into absences (id, person_id, oudernetwerk_id, region_id, period)
       select $1, $2, id, region_id, $4::daterange from oudernetwerken where id = $3`,
      [id, personId, oudernetwerkId, period],
    );
    return id;
  }

  async membership(oudernetwerkId: string, personId: string, period = '[2026-01-01,)'): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into memberships (id, person_id, oudernetwerk_id, region_id, period)
       select $1, $2, id, region_id, $4::daterange from oudernetwerken where id = $3`,
      [id, personId, oudernetwerkId, period],
    );
    return id;
  }

  async support(oudernetwerkId: string, organisationId: string, period = '[2026-01-01,)'): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into support_arrangements (id, oudernetwerk_id, region_id, organisation_id, hours_per_month, period)
       select $1, id, region_id, $3, 8, $4::daterange from oudernetwerken where id = $2`,
      [id, oudernetwerkId, organisationId, period],
    );
    return id;
  }

  /** Appointed by a coordinator, not standby. */
  async caretakership(
    oudernetwerkId: string,
    organisationId: string,
    period = '[2026-01-01,)',
  ): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into caretakerships (id, oudernetwerk_id, region_id, organisation_id, period, standby)
       select $1, id, region_id, $3, $4::daterange, false from oudernetwerken where id = $2`,
      [id, oudernetwerkId, organisationId, period],
    );
    return id;
  }

  /** Groep 7 in 2026-2027, so until 31 July 2028. */
  async schoolTie(personId: string, confirmedOn = '2026-09-01'): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into school_ties (id, person_id, stage, year_level, school_year_start, confirmed_on, exit_earliest, exit_latest)
       values ($1, $2, 'BO', 7, 2026, $3, '2028-07-31', '2028-07-31')`,
      [id, personId, confirmedOn],
    );
    return id;
  }

  /** They said yes to being reached by their network. */
  async networkContact(personId: string): Promise<void> {
    await this.owner.query(
      `insert into consents (id, person_id, purpose, given, scopes, text_version, language, channel, recorded_at)
       values ($1, $2, 'CONTACT_BY_NETWORK', true, '{}', '2026-12-netwerk', 'nl', 'ONLINE', $3)`,
      [uuid(), personId, NOW],
    );
  }

  async activity(oudernetwerkId: string, heldOn: string, title = 'Bijeenkomst'): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into activities (id, oudernetwerk_id, region_id, kind, held_on, title, attendance)
       select $1, id, region_id, 'MEETING', $3, $4, 12 from oudernetwerken where id = $2`,
      [id, oudernetwerkId, heldOn, title],
    );
    return id;
  }

  /** By hand, open, without candidates. */
  async successionPlan(oudernetwerkId: string, trekkerschapId: string | null = null): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into succession_plans
         (id, oudernetwerk_id, region_id, trekkerschap_id, status, opened_on, opened_because, target_on)
       select $1, id, region_id, $3, 'SEEKING', '2026-11-01', 'BY_HAND', '2027-07-31' from oudernetwerken where id = $2`,
      [id, oudernetwerkId, trekkerschapId],
    );
    return id;
  }

  async candidate(planId: string, personId: string, stage = 'IDENTIFIED'): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into successor_candidates (id, plan_id, oudernetwerk_id, region_id, person_id, rank, readiness, stage)
       select $1, id, oudernetwerk_id, region_id, $3, 1, 'NOW', $4 from succession_plans where id = $2`,
      [id, planId, personId, stage],
    );
    return id;
  }

  async handoverItem(planId: string, key = 'CONTACTS'): Promise<string> {
    const id = uuid();
    await this.owner.query(
      `insert into handover_items (id, plan_id, oudernetwerk_id, region_id, position, key, label_nl, label_en, mandatory)
       select $1, id, oudernetwerk_id, region_id, 0, $3, 'Contacten', 'Contacts', true from succession_plans where id = $2`,
      [id, planId, key],
    );
    return id;
  }

  /** An account with one role, or with a person behind it; returns its subject. */
  async account(
    subject: string,
    is: { role?: RoleKind; regionId?: string; organisationId?: string; personId?: string },
  ): Promise<string> {
    const id = uuid();
    await this.owner.query(
      'insert into accounts (id, issuer, subject, display_name, person_id) values ($1, $2, $3, $3, $4)',
      [id, TEST_ISSUER, subject, is.personId ?? null],
    );
    if (is.role) {
      await this.owner.query(
        `insert into account_roles (id, account_id, role, region_id, organisation_id, period)
         values ($1, $2, $3, $4, $5, '[2020-01-01,)')`,
        [uuid(), id, is.role, is.regionId ?? null, is.organisationId ?? null],
      );
    }
    return subject;
  }
}
