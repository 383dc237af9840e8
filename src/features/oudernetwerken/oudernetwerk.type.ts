import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { many, one, oneWhere, Reads, Table, value } from '../../reads/mapping.js';
import { resembles } from '../../reads/named.js';
import { raw, type Sql, sql, viewerDay } from '../../reads/sql.js';
import { isViewer, seesInside } from '../access/viewer-reach.js';
import { waitingAddress } from '../addresses/waiting-address.js';
import { Organisation } from '../organisations/organisation.type.js';
import { responsible } from '../organisations/responsible-organisation.js';
import { Person } from '../people/person.type.js';
import { Municipality, Region, Theme } from '../regions/region.type.js';
import { OudernetwerkEntity } from './oudernetwerk.entity.js';
import { MeetingRhythm, OudernetwerkStatus, Sector } from './oudernetwerk.enums.js';

/** Whether a network has a role of a kind today. */
const today = (network: Sql, roles: 'caretakerships' | 'support_arrangements') =>
  sql`exists (select from ${raw(roles)} r where r.oudernetwerk_id = ${network}.id
    and r.period @> ${viewerDay}::date)`;

/** Whether somebody leads it today who is not away, as far as the viewer may know. */
const isLed = (network: Sql) =>
  sql`exists (select from trekkerschappen t where t.oudernetwerk_id = ${network}.id and t.period @> ${viewerDay}::date
    and not exists (select from absences a where a.oudernetwerk_id = t.oudernetwerk_id and a.person_id = t.person_id
      and absent_days(a) @> ${viewerDay}::date))`;

/** Whether the viewer sees more of a network than its outline. */
const isInside = (network: Sql) => seesInside(sql`${network}.region_id`, sql`${network}.id`);

const status = (network: Sql) =>
  sql`network_status(${network}.phase, ${network}.ended_on, ${viewerDay}::date)`;

/** How a network moves is not part of its outline. */
const lastActivity = (network: Sql) =>
  sql`case when ${isInside(network)} then ${network}.last_activity_on end`;

/** The assessment of the network; no row if it has ended or only its outline is visible. */
const judged = (network: Sql) => sql`continuities judged on judged.oudernetwerk_id = ${network}.id`;

@Table(OudernetwerkEntity, {
  filters: {
    regionId: (_network, region) => ({
      column: 'region_id',
      among: sql`select regions_below(${region.uuid('Region')}::uuid)`,
    }),
    municipalityId: (network, municipality) =>
      sql`${network}.id in (select oudernetwerk_id from oudernetwerk_municipalities
        where municipality_id = ${municipality.uuid('Municipality')}::uuid)`,
    status: (network, statuses) => sql`${status(network)} = any (${statuses.codes()})`,
    sector: (network, sector) => sql`${sector.code()} = any (${network}.sectors)`,
    themeId: (network, theme) =>
      sql`${network}.id in (select oudernetwerk_id from oudernetwerk_themes
        where theme_id = ${theme.uuid('Theme')}::uuid)`,
    search: resembles('oudernetwerken', 'national'),
    inactiveSince: (network, day) =>
      sql`(${isInside(network)}
        and (${network}.last_activity_on is null or ${network}.last_activity_on < ${day.parameter}::date))`,
    ledByCaretaker: (network, led) => {
      const caretakerOnly = sql`(${today(network, 'caretakerships')} and not ${isLed(network)})`;
      return led.value ? caretakerOnly : sql`not ${caretakerOnly}`;
    },
    supported: (network, supported) =>
      supported.value
        ? today(network, 'support_arrangements')
        : sql`not ${today(network, 'support_arrangements')}`,
    band: (network, bands) =>
      (bands.value as string[]).includes('UNKNOWN')
        ? sql`coalesce((select c.band from continuities c where c.oudernetwerk_id = ${network}.id), 'UNKNOWN')
            = any (${bands.codes()})`
        : { beside: judged(network), where: sql`judged.band = any (${bands.codes()})` },
    securedUntil: (network, day) => ({
      beside: judged(network),
      where: sql`coalesce(judged.secured_until, '0001-01-01') <= ${day.parameter}::date`,
    }),
  },
  orders: {
    NAME: { by: (network) => sql`${network}.sort_name`, type: 'text', direction: 'ASC' },
    ACTIVE_FROM: {
      by: (network) => sql`${network}.active_from`,
      type: 'date',
      direction: 'ASC',
      nullable: true,
    },
    LAST_ACTIVITY_ON: {
      by: lastActivity,
      type: 'date',
      direction: 'ASC',
      nullable: true,
    },
    SEVERITY: {
      join: judged,
      by: (_network, present) => (present ? sql`judged.severity` : sql`coalesce(judged.severity, -1)`),
      type: 'integer',
      direction: 'ASC',
    },
    SECURED_UNTIL: {
      join: judged,
      by: (_network, present) =>
        present
          ? sql`coalesce(judged.secured_until, '0001-01-01')`
          : sql`case when judged is null then '9999-12-31' else coalesce(judged.secured_until, '0001-01-01') end`,
      type: 'date',
      direction: 'ASC',
    },
  },
  defaultOrder: 'NAME',
})
@ObjectType({
  implements: Node,
  description:
    'A regional parent network. Its insiders are its trekkers, the organisations that support it, ' +
    'coordinators of its region and national admins; others see only its outline.',
})
export class Oudernetwerk extends Node {
  @Reads(value((network) => sql`case when ${isInside(network)} then ${network}.version else 0 end`))
  @Field(() => Int, {
    description:
      'Increases with every change to the network or its leadership; pass it back as `expectedVersion`. ' +
      '0 if you see only the outline.',
  })
  version: number;

  @Field({ description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'Purpose, at most 2,000 characters; null if not stated.',
  })
  purpose: string | null;

  @Reads(value(status))
  @Field(() => OudernetwerkStatus, { description: 'Status in its life cycle.' })
  status: keyof typeof OudernetwerkStatus;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The owning region.' })
  region: Region;

  @Reads(responsible())
  @Field(() => Organisation, {
    nullable: true,
    description:
      'Who answers for the personal data of the network (AVG: verwerkingsverantwoordelijke): that of the region, unless ' +
      'another one was chosen. Null if none is known.',
  })
  responsibleOrganisation: Organisation | null;

  @Reads(
    many({
      where: (network, municipality) =>
        sql`${municipality}.id in (select municipality_id from oudernetwerk_municipalities
          where oudernetwerk_id = ${network}.id)`,
      orderBy: (municipality) => sql`fold(${municipality}.name), ${municipality}.id`,
    }),
  )
  @Field(() => [Municipality], {
    description: 'Municipalities it works in, by name; empty means the whole region.',
  })
  municipalities: Municipality[];

  @Field(() => [Sector], { description: 'Sectors it is concerned with; at least one.' })
  sectors: (keyof typeof Sector)[];

  @Reads(
    many({
      where: (network, theme) =>
        sql`${theme}.id in (select theme_id from oudernetwerk_themes where oudernetwerk_id = ${network}.id)`,
      orderBy: (theme) => sql`${theme}.code`,
    }),
  )
  @Field(() => [Theme], { description: 'Themes, by code.' })
  themes: Theme[];

  @Field(() => MeetingRhythm, { nullable: true, description: 'How often it meets; null if not stated.' })
  meetingRhythm: keyof typeof MeetingRhythm | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it was active; null while it is forming.',
  })
  activeFrom: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, past or planned; null if no end is on record.',
  })
  endedOn: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Why it ends; null if no end is on record.' })
  endReason: string | null;

  // a person whom the viewer knows for another reason must not be recognised by this role
  @Reads(
    oneWhere(
      (network, person) => sql`${person}.id = ${network}.contact_person_id
        and (${isViewer(sql`${person}.id`)} or ${isInside(network)})`,
    ),
  )
  @Field(() => Person, {
    nullable: true,
    description: 'The contact person; null if nobody is named or they are hidden from you.',
  })
  contactPerson: Person | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Mailbox of the network, as a role: answers to mail about it go there. Null for that of its region.',
  })
  mailbox: string | null;

  @Reads(value((network) => waitingAddress(sql`w.oudernetwerk_id = ${network}.id`)))
  @Field(() => String, {
    nullable: true,
    description:
      'Mailbox that replaces `mailbox` once the link that was mailed there is followed; null if none waits, or if ' +
      'you do not coordinate its region.',
  })
  pendingMailbox: string | null;

  @Reads(value(lastActivity))
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the latest activity; null if none is recorded, or if you see only the outline.',
  })
  lastActivityOn: PlainDate | null;
}
