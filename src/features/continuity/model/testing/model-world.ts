import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../../kernel/node-id.js';
import type { MailWorld } from '../../../../testing/mail/mail-world.js';
import { Makers } from '../../../../testing/makers/makers.js';
import { SeatMakers } from '../../../../testing/makers/seat-makers.js';
import type { TestService } from '../../../../testing/test-service.js';
import { coordinatorOf, parent } from './commands/model-commands.js';
import { type Day, write } from './model-days.js';
import { firstHomeOf } from './moves.js';
import { WhoIsAsked } from './who-is-asked.js';
import { Model, NetworkModel, ORGANISATIONS } from './succession-model.js';

const REGION_CODES = ['JZ06', 'JZ07', 'JZ08'];
const PEOPLE = 5;

/** Everything that belongs to networks, in the order in which it can be deleted. */
export const OF_NETWORKS = [
  'work_item_snoozes',
  'work_items',
  'person_tasks',
  'departures',
  'reminders',
  'mails',
  'handover_items',
  'successor_candidates',
  'succession_plans',
  'expected_ends',
  'continuity_findings',
  'continuities',
  'activities',
  'support_arrangements',
  'memberships',
  'caretakerships',
  'absences',
  'trekkerschappen',
  'school_ties',
  'region_agreements',
  'oudernetwerk_moves',
  'person_moves',
  'contact_pauses',
  'oudernetwerken',
  'stale_subjects',
];

const NOBODY_DEPARTED = [
  'update people set deceased_on = null where deceased_on is not null',
  `delete from watched_subjects where subject_type in ('PersonTask', 'RegionAgreement')`,
];

/** Two regions with a coordinator each, and parents and organisations that both of them know. */
export class ModelWorld {
  readonly people: string[] = [];
  readonly organisations: string[] = [];
  readonly uuids = { people: [] as string[], organisations: [] as string[], regions: [] as string[] };
  readonly regions: string[] = [];
  private prints = '';

  asked: WhoIsAsked;

  private constructor(private readonly mail: MailWorld) {}

  get service(): TestService {
    return this.mail.service;
  }

  static async begin(mail: MailWorld): Promise<ModelWorld> {
    const { service } = mail;
    const world = new ModelWorld(mail);
    const make = new Makers(service.owner);
    for (const [place, code] of REGION_CODES.entries()) {
      const regionId = await make.region(code);
      world.uuids.regions.push(regionId);
      world.regions.push(nodeId('Region', regionId));
      await make.account(coordinatorOf(place), { role: 'COORDINATOR', regionId });
    }
    for (let n = 0; n < PEOPLE; n++) {
      const person = await make.person(world.uuids.regions[firstHomeOf(n)]!);
      await make.account(parent(n), { personId: person });
      world.uuids.people.push(person);
      world.people.push(nodeId('Person', person));
    }
    const seats = new SeatMakers(service.owner);
    for (const region of world.uuids.regions.slice(0, 2))
      for (const person of world.uuids.people) await seats.formerSeat(region, person);
    for (let n = 0; n < ORGANISATIONS; n++) {
      const organisation = await make.organisation(world.uuids.regions[0]!);
      world.uuids.organisations.push(organisation);
      world.organisations.push(nodeId('Organisation', organisation));
    }
    for (const region of world.uuids.regions) {
      const organisation = await make.organisation(region);
      world.uuids.organisations.push(organisation);
      await service.owner.query('update regions set coordinating_organisation_id = $2 where id = $1', [
        region,
        organisation,
      ]);
    }
    // a checklist that can be completed in a few steps
    await service.owner.query(
      `insert into handover_template_items (region_id, position, key, label_nl, label_en, mandatory, days_before)
       values ($1, 0, 'CONTACTS', 'Contacten', 'Contacts', true, 30), ($1, 1, 'AGENDA', 'Agenda', 'Agenda', false, 10)`,
      [world.uuids.regions[1]],
    );
    world.asked = await WhoIsAsked.begin(mail, world.uuids.people, world.uuids.regions[0]!);
    await world.preparePrints();
    return world;
  }

  /** Three networks on the first day: two in one region, one in the other; one is not about primary schools. */
  async fresh(): Promise<Model> {
    const nothingThere = OF_NETWORKS.map((table) => `delete from ${table}`);
    await this.service.owner.query([...nothingThere, ...NOBODY_DEPARTED].join(';'));
    for (const [person, id] of this.uuids.people.entries()) {
      const home = this.uuids.regions[firstHomeOf(person)];
      await this.service.owner.query('update people set region_id = $2 where id = $1 and region_id <> $2', [
        id,
        home,
      ]);
    }
    const networks = [
      new NetworkModel(uuid(), 0, true),
      new NetworkModel(uuid(), 0, false),
      new NetworkModel(uuid(), 1, true),
    ];
    for (const { id, region, ofPrimarySchools } of networks) {
      await this.service.owner.query(
        `insert into oudernetwerken (id, name, phase, region_id, sectors, created_at)
         values ($1, 'Netwerk', 'FORMING', $2, $3, $4)`,
        [id, this.uuids.regions[region], [ofPrimarySchools ? 'PO' : 'VO'], `${write(0)}T10:00:00Z`],
      );
    }
    await this.asked.anew();
    await this.passTo(0);
    await this.asked.writtenTo();
    return new Model(networks);
  }

  /** Moves to this day, and does what a new day requires. */
  async passTo(day: Day): Promise<void> {
    const instant = `${write(day)}T10:00:00Z`;
    this.service.travelTo(instant);
    await this.service.tick();
  }

  /** The number of rows of every table and the last transaction that wrote to it: if equal, no row is different. */
  async fingerprints(): Promise<string> {
    const { rows } = await this.service.owner.query<{ print: string }>({
      name: 'fingerprints',
      text: this.prints,
    });
    return rows.map(({ print }) => print).join('\n');
  }

  close(): Promise<void> {
    return this.mail.close();
  }

  /** Of every table except those that nothing here writes. */
  private async preparePrints(): Promise<void> {
    const { rows } = await this.service.owner.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not in
         ('organisations', 'organisation_municipalities', 'municipalities', 'regions', 'themes', 'school_stages',
          'audit_log', 'migrations', 'account_roles') order by 1`,
    );
    const prints = rows.map(
      ({ name }) =>
        `select '${name} ' || count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as print from ${name}`,
    );
    this.prints = [...prints, `select 'audit_log ' || count(*) as print from audit_log`].join(' union all ');
  }
}
