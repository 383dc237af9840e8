import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { withoutFormat } from '../../kernel/lines.js';
import { phoneNumber } from '../../kernel/typed/phone.js';
import { many, oneWhere, one, embedded, Reads, Table, value } from '../../reads/mapping.js';
import { raw, type Sql, sql } from '../../reads/sql.js';
import { isAmong, viewerIds } from '../access/viewer-reach.js';
import { Organisation } from '../organisations/organisation.type.js';
import { responsible } from '../organisations/responsible-organisation.js';
import { Municipality, Region } from '../regions/region.type.js';
import { ContactDetails, PersonAvailability, PersonName } from './person-details.type.js';
import { PersonEntity } from './person.entity.js';
import { maybeTheSame, namedLike } from './named-like.js';
import { ParticipationForm, Perspective } from './person.enums.js';
import { SchoolTie } from './school-ties/school-tie.type.js';

/** As an address is compared; nothing is an address of another one. */
const asEmail = (address: unknown) => withoutFormat(String(address)).trim().toLowerCase();
const asPhone = (address: unknown) => phoneNumber(String(address))?.number ?? null;

/** Whether the viewer may know the name: a person can be visible through a former role without it. */
const isNamed = (person: Sql) =>
  sql`exists (select from person_details known where known.person_id = ${person}.id)`;

@Table(PersonEntity, {
  filters: {
    regionId: (person, region) => {
      const regions = sql`array(select regions_below(${region.uuid('Region')}::uuid))`;
      const hasSeen = (role: Sql) =>
        sql`exists (select from ${role} r where r.person_id = ${person}.id and r.region_id = any (${regions}))`;
      // region_ids serves the index; it includes roles that are hidden from this viewer
      return sql`(${person}.region_ids && ${regions} and (${person}.region_id = any (${regions})
        or ${hasSeen(raw('trekkerschappen'))} or ${hasSeen(raw('memberships'))}))`;
    },
    municipalityId: (person, municipality) =>
      sql`${person}.municipality_id = ${municipality.uuid('Municipality')}::uuid`,
    perspective: (person, perspective) => sql`${perspective.code()} = any (${person}.perspectives)`,
    participationForm: (person, form) => sql`${form.code()} = any (${person}.participation_forms)`,
    tieConfirmedBefore: (person, day) =>
      sql`exists (select from school_ties s where s.person_id = ${person}.id and s.confirmed_on < ${day.parameter}::date)`,
    reachedBy: (person, address) => sql`${person}.id in (select c.person_id from person_contacts c
      where c.email_norm = ${address.parameter.map(asEmail)}::text or c.phone = ${address.parameter.map(asPhone)}::text)`,
    search: (person, text) => ({
      found: namedLike(text.parameter),
      on: sql`found.person_id = ${person}.id and ${isNamed(person)}`,
      best: sql`found.score`,
    }),
  },
  orders: {
    NAME: {
      join: (person) => sql`person_details named on named.person_id = ${person}.id`,
      divided: () => ({
        parts: sql`unnest(${viewerIds('regions')}) part (value)`,
        from: raw('names_by_region named'),
        alias: raw('named'),
        within: raw('named.region_id = part.value'),
        others: sql`(cardinality(named.region_ids) > 1 and named.region_ids && ${viewerIds('regions')}
          and named.region_ids[1] <> all (${viewerIds('regions')}))`,
      }),
      lacks: (person) => sql`${person}.nameless`,
      by: () => sql`named.sort_name`,
      type: 'text',
      direction: 'ASC',
      nullable: true,
    },
    CREATED_AT: { by: (person) => sql`${person}.created_at`, type: 'timestamptz', direction: 'ASC' },
  },
  defaultOrder: 'NAME',
})
@ObjectType({ implements: Node, description: 'A person: parent, young person or professional.' })
export class Person extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(
    value(
      (person) =>
        sql`coalesce((select d.display_name from person_details d where d.person_id = ${person}.id), ${person}.pseudonym)`,
    ),
  )
  @Field({ description: 'The name to display; a pseudonym if the name was erased.' })
  displayName: string;

  @Reads(oneWhere((person, details) => sql`${details}.person_id = ${person}.id`))
  @Field(() => PersonName, { nullable: true, description: 'The name in parts; null if it was erased.' })
  name: PersonName | null;

  @Reads(oneWhere((person, contact) => sql`${contact}.person_id = ${person}.id`))
  @Field(() => ContactDetails, {
    nullable: true,
    description:
      'Contact details. Visible to coordinators of the region and the person themselves, and with their yes to ' +
      'trekkers and supporters of their network; null for others and if there are none.',
  })
  contact: ContactDetails | null;

  @Reads(value(noteOf))
  @Field(() => String, {
    nullable: true,
    description:
      'Free-text note. Visible to coordinators of the region that wrote it only; null for others and if there is none. ' +
      'After a move the new region starts a note of its own.',
  })
  note: string | null;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The region that owns this record.' })
  region: Region;

  @Reads(responsible())
  @Field(() => Organisation, {
    nullable: true,
    description:
      'Who answers for what is kept of this person (AVG: verwerkingsverantwoordelijke), and to whom they turn with ' +
      'questions: that of the region, unless another one was chosen. Null if none is known.',
  })
  responsibleOrganisation: Organisation | null;

  @Reads(one('municipality_id'))
  @Field(() => Municipality, { nullable: true, description: 'Municipality of residence; null if not known.' })
  municipality: Municipality | null;

  @Field(() => [Perspective], { description: 'Perspectives from which this person speaks.' })
  perspectives: (keyof typeof Perspective)[];

  @Field({ description: 'Preferred language as an ISO 639 code, for example `nl`, `ar` or `tig`.' })
  language: string;

  @Field(() => [ParticipationForm], { description: 'Ways in which this person would like to take part.' })
  participationForms: (keyof typeof ParticipationForm)[];

  @Reads(embedded())
  @Field(() => PersonAvailability, { description: 'How much time this person has and when.' })
  availability: PersonAvailability;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which they died; null while they live. Seen by whoever sees the person.',
  })
  deceasedOn: PlainDate | null;

  @Reads(
    many({
      where: (person, tie) => sql`${tie}.person_id = ${person}.id`,
      orderBy: (tie) => sql`${tie}.school_year_start desc, ${tie}.id`,
    }),
  )
  @Field(() => [SchoolTie], {
    description:
      'School ties, latest school year first. Visible to coordinators of the region and the person ' +
      'themselves; empty for others.',
  })
  schoolTies: SchoolTie[];

  @Reads(
    many({
      from: (person) => sql`select p.*, found.score from person_details d
        cross join lateral ${maybeTheSame(raw('d'))} found
        join people p on p.id = found.person_id and ${isNamed(raw('p'))}
        where d.person_id = ${person}.id and not exists (select from people_told_apart t
          where t.one_id = least(d.person_id, p.id) and t.other_id = greatest(d.person_id, p.id))`,
      where: () => sql`true`,
      orderBy: (other) => sql`${other}.score desc, ${other}.id`,
    }),
  )
  @Extensions({ cost: 50 })
  @Field(() => [Person], {
    description:
      'Other people visible to you, known in a region where this person is known, with the same given or family ' +
      'name and a similar whole name, most similar first: perhaps the same person, recorded twice. Without those who were ' +
      'told apart from them (`personTellApart`).',
  })
  possibleDuplicates: Person[];
}

/** The note of the region that answers for the person; for a region that did before, what it wrote then. */
function noteOf(person: Sql): Sql {
  const home = sql`${person}.region_id`;
  return sql`(select n.note from person_notes n where n.person_id = ${person}.id
    and (n.region_id = ${home} or not ${isAmong(home, 'regions')}) order by n.region_id limit 1)`;
}
