import type { DemoDays } from './demo-days.js';
import { demoId } from './demo-ids.js';
import type { DemoPlaces } from './demo-places.js';
import type { DemoActivities, DemoNetwork, DemoRegion, DemoTenure } from './stories/demo-story.js';
import type { TableRows } from './insert-table.js';

export function networkRows(
  { code, networks }: DemoRegion,
  days: DemoDays,
  places: DemoPlaces,
): readonly TableRows[] {
  const region_id = places.region(code);
  const ofEach = <Item>(
    itemsOf: (network: DemoNetwork) => readonly Item[],
    rowOf: (item: Item, network: DemoNetwork) => object,
  ) =>
    networks.flatMap((network) =>
      itemsOf(network).map((item) => ({
        oudernetwerk_id: demoId('network', network.key),
        ...rowOf(item, network),
      })),
    );
  return [
    { table: 'oudernetwerken', rows: networks.map((network) => networkRow(network, region_id, days)) },
    {
      table: 'oudernetwerk_municipalities',
      rows: ofEach(
        (network) => network.municipalities,
        (gm) => ({ municipality_id: places.municipality(gm) }),
      ),
    },
    {
      table: 'oudernetwerk_themes',
      rows: ofEach(
        (network) => network.themes,
        (theme) => ({ theme_id: places.theme(theme) }),
      ),
    },
    {
      table: 'trekkerschappen',
      rows: ofEach(
        (network) => network.trekkers,
        (tenure, { key }) => ({ region_id, ...tenureRow(tenure, key, days) }),
      ),
    },
    {
      table: 'absences',
      rows: ofEach(
        (network) => network.trekkers.filter(({ away }) => away),
        ({ who, away }, { key }) => ({
          id: demoId('absence', key, who),
          region_id,
          person_id: demoId('person', who),
          period: days.range(away!.from),
          expected_until: days.endOfMonth(away!.expected),
        }),
      ),
    },
    {
      table: 'memberships',
      rows: ofEach(
        (network) => network.members,
        ({ who, from, until }, { key }) => ({
          id: demoId('membership', key, who),
          region_id,
          person_id: demoId('person', who),
          period: days.range(from, until),
        }),
      ),
    },
    {
      table: 'support_arrangements',
      rows: ofEach(
        (network) => network.support,
        ({ by, hours, from, until }, { key }) => ({
          id: demoId('support', key, by),
          region_id,
          organisation_id: demoId('organisation', by),
          hours_per_month: hours,
          period: days.range(from, until),
        }),
      ),
    },
    {
      table: 'activities',
      rows: ofEach(
        (network) => network.activities.flatMap((series) => heldIn(series, network.key, days)),
        (held) => ({ region_id, ...held }),
      ),
    },
  ];
}

function networkRow(network: DemoNetwork, region_id: string, days: DemoDays) {
  const { activeFrom, ended } = network;
  return {
    id: demoId('network', network.key),
    name: network.name,
    purpose: network.purpose,
    phase: network.status === 'ENDED' ? 'ACTIVE' : network.status,
    region_id,
    sectors: network.sectors,
    meeting_rhythm: network.rhythm,
    active_from: activeFrom === undefined ? null : days.at(activeFrom),
    ended_on: ended ? days.before(ended.at) : null,
    end_reason: ended?.reason ?? null,
    contact_person_id: demoId('person', network.contact),
    created_at: `${days.at(Math.min(...network.members.map(({ from }) => from)))}T12:00:00Z`,
  };
}

function tenureRow(
  { who, role, from, until, endReason, planned, after }: DemoTenure,
  key: string,
  days: DemoDays,
) {
  return {
    id: demoId('trekkerschap', key, who),
    person_id: demoId('person', who),
    role,
    period: days.range(from, until),
    planned_end_on: planned ? days.endOfMonth(planned.at) : null,
    planned_end_reason: planned?.reason ?? null,
    end_reason: endReason ?? null,
    predecessor_id: after ? demoId('trekkerschap', key, after) : null,
  };
}

function heldIn(
  { kind, title, everyWeeks, from, until, attendance }: DemoActivities,
  key: string,
  days: DemoDays,
) {
  return days.every(everyWeeks, from, until).map((held_on, i) => ({
    id: demoId('activity', key, kind, i),
    kind,
    title,
    held_on,
    attendance: attendance ? attendance[0] + ((i * 7) % (attendance[1] - attendance[0] + 1)) : null,
  }));
}
