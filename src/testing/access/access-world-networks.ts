import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import type { ObjectName } from './access-objects.js';
import type { Keep, Put } from './access-world-experts.js';
import type { PeopleWorld } from './access-world-people.js';
import { CONTACTS, putSuccession } from './access-world-succession.js';
import type { Makers } from '../makers/makers.js';
import { NOW } from '../test-service.js';

type Row = Readonly<Record<string, unknown>>;

/** Uuids of regions, and of what networks depend on. */
interface Around {
  readonly mark: number;
  readonly here: string;
  readonly there: string;
  readonly below: string;
  readonly elsewhere: string;
  readonly municipality: string;
  readonly theme: string;
  readonly supporter: string;
}

/** Networks here, below and elsewhere, with who leads them, takes part and helps. Uuids of those with a trekker. */
export async function putNetworks(
  owner: Client,
  make: Makers,
  put: Put,
  keep: Keep,
  { mark, here, there, below, elsewhere, municipality, theme, supporter }: Around,
  people: PeopleWorld,
) {
  const { trekker, member, formerTrekker: former, coordinating, guest, stranger } = people;
  async function network(name: ObjectName, region_id: string, life: Row): Promise<string> {
    const row = { name: `${name} ${mark}`, region_id, sectors: ['PO'], purpose: 'Samen', ...life };
    return keep(name, 'Oudernetwerk', 'oudernetwerken', {
      ...row,
      meeting_rhythm: 'MONTHLY',
      mailbox: 'netwerk@example.org',
      created_at: NOW,
    });
  }
  async function role(name: ObjectName, type: string, table: string, oudernetwerk_id: string, row: Row) {
    const { rows } = await owner.query('select region_id from oudernetwerken where id = $1', [
      oudernetwerk_id,
    ]);
    return keep(name, type, table, { oudernetwerk_id, region_id: rows[0].region_id, ...row });
  }
  const active = { phase: 'ACTIVE', active_from: '2026-01-01' };
  await owner.query(
    `update regions set mailbox = 'regio@example.org', phone = '+31721234567' where id = any ($1)`,
    [[here, below, elsewhere]],
  );
  await owner.query('begin');
  const led = await network('network', here, { ...active, contact_person_id: trekker });
  await put('oudernetwerk_moves', {
    id: uuid(),
    oudernetwerk_id: led,
    region_id: here,
    from_region_id: there,
    to_region_id: here,
    moved_on: '2025-01-01',
  });
  const ended = { phase: 'ACTIVE', active_from: '2025-01-01', ended_on: '2025-12-31', end_reason: 'Klaar' };
  const over = await network('ended network', here, { ...ended, contact_person_id: coordinating });
  const forming = await network('forming network', here, { phase: 'FORMING' });
  const nearby = await network('network below', below, { phase: 'FORMING' });
  const hidden = await network('network elsewhere', elsewhere, active);
  await network('forming elsewhere', elsewhere, { phase: 'FORMING' });
  await put('oudernetwerk_municipalities', { oudernetwerk_id: led, municipality_id: municipality });
  await put('network_end_tasks', { oudernetwerk_id: led, region_id: here, task: 'WHERE_MEMBERS_GO' });
  await put('network_successions', {
    predecessor_id: over,
    successor_id: led,
    region_id: here,
    kind: 'SPLIT',
    from_day: '2025-06-01',
  });
  await put('oudernetwerk_themes', { oudernetwerk_id: led, theme_id: theme });

  const trekkerschap = (name: ObjectName, of: string, row: Row) =>
    role(name, 'Trekkerschap', 'trekkerschappen', of, { role: 'TREKKER', ...row });
  const first = await trekkerschap('trekkerschap until yesterday', led, {
    person_id: former,
    period: '[2026-01-01,2026-11-25)',
    end_reason: 'PERSONAL',
  });
  const leading = await trekkerschap('trekkerschap', led, {
    person_id: trekker,
    period: '[2026-06-01,2027-08-01)',
    end_reason: 'CHILD_LEFT_SCHOOL',
    planned_end_on: '2027-07-31',
    planned_end_reason: 'CHILD_LEFT_SCHOOL',
    predecessor_id: first,
  });
  const next = await trekkerschap('trekkerschap to come', led, {
    person_id: member,
    period: '[2027-09-01,)',
  });
  const leadingElsewhere = await trekkerschap('trekkerschap elsewhere', hidden, {
    person_id: stranger,
    period: '[2026-01-01,2027-08-01)',
    end_reason: 'CHILD_LEFT_SCHOOL',
  });
  const nextElsewhere = await trekkerschap('to come elsewhere', hidden, {
    person_id: stranger,
    period: '[2027-09-01,)',
  });

  const away = { period: '[2027-01-01,)', expected_until: '2027-03-31' };
  await role('absence', 'Absence', 'absences', led, { person_id: trekker, ...away });
  await role('absence elsewhere', 'Absence', 'absences', hidden, { person_id: stranger, ...away });
  const membership = (name: ObjectName, of: string, person_id: string, period = '[2026-01-01,)') =>
    role(name, 'Membership', 'memberships', of, { person_id, period });
  await membership('membership', led, member);
  await membership('membership of the trekker', led, trekker);
  await membership('membership of a coordinator', led, coordinating);
  await membership('past membership below', nearby, guest, '[2025-01-01,2025-06-01)');
  await membership('membership elsewhere', hidden, guest);

  const period = '[2026-01-01,)';
  const caretaker = { organisation_id: supporter, standby: false };
  const past = { ...caretaker, period: '[2025-01-01,2026-01-01)' };
  await role('caretakership', 'Caretakership', 'caretakerships', led, { ...caretaker, period });
  await role('caretakership of the past', 'Caretakership', 'caretakerships', over, past);
  await role('caretakership elsewhere', 'Caretakership', 'caretakerships', hidden, { ...caretaker, period });
  await role('caretakership of a forming network', 'Caretakership', 'caretakerships', forming, {
    ...caretaker,
    period,
  });
  const support = { organisation_id: supporter, hours_per_month: 8, period };
  const otherSupport = { ...support, organisation_id: await make.organisation(elsewhere) };
  await role('support', 'SupportArrangement', 'support_arrangements', led, support);
  await role('support elsewhere', 'SupportArrangement', 'support_arrangements', hidden, otherSupport);
  const activity = {
    kind: 'MEETING',
    held_on: '2026-11-01',
    planned_on: '2026-11-01',
    start_time: '19:30',
    place: 'De Brug',
    title: 'Bijeenkomst',
    attendance: 12,
  };
  await role('activity', 'Activity', 'activities', led, activity);
  await role('activity elsewhere', 'Activity', 'activities', hidden, activity);
  const searched = { network: led, trekkerschap: leading, candidate: former, owner: trekker };
  await putSuccession(role, { where: '', ...searched });
  const searchedElsewhere = { network: hidden, trekkerschap: null, candidate: guest, owner: stranger };
  await putSuccession(role, { where: ' elsewhere', ...searchedElsewhere });
  await put('handover_template_items', { region_id: below, position: 0, ...CONTACTS, days_before: 30 });
  await owner.query('commit');
  return { led, hidden, first, leading, next, leadingElsewhere, nextElsewhere };
}
