import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connections.js';
import { many, oneWhere, one, embedded, Reads, Table, value } from '../../reads/mapping.js';
import { raw, type Sql, sql } from '../../reads/sql.js';
import { Municipality, Region } from '../regions/region.type.js';
import { PersonContactEntity, PersonDetailsEntity, PersonEntity } from './person.entity.js';
import { DayPart, ParticipationForm, Perspective } from './person.enums.js';
import { SchoolTie } from './school-tie.type.js';

@Table(PersonDetailsEntity, { identified: false })
@ObjectType({ description: 'A name in parts: "van den Berg" sorts under B.' })
export class PersonName {
  @Field({ description: 'Given name.' })
  givenName: string;

  @Field(() => String, { nullable: true, description: 'Infix, such as `van den`; null = none.' })
  infix: string | null;

  @Field({ description: 'Family name without infix.' })
  familyName: string;

  @Field({ description: 'What lists are sorted by: lower case, without accents.' })
  sortName: string;
}

@Table(PersonContactEntity, { identified: false })
@ObjectType({
  description: 'How to reach a person. For coordinators of the region and the person themselves.',
})
export class ContactDetails {
  @Field(() => String, { nullable: true, description: 'E-mail address; null = none.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone, as `+31612345678`; null = none.' })
  phone: string | null;
}

@ObjectType({ description: 'What time a person has for this.' })
export class PersonAvailability {
  @Reads(value((person) => sql`${person}.hours_per_month`))
  @Field(() => Int, { nullable: true, description: 'Hours a month; null = not said.' })
  hoursPerMonth: number | null;

  @Reads(value((person) => sql`${person}.day_parts`))
  @Field(() => [DayPart], { description: 'When; empty = not said.' })
  dayParts: (keyof typeof DayPart)[];
}

/** Whether the viewer may know the name: somebody can be seen by a role that they had, without it. */
const isNamed = (person: Sql) =>
  sql`exists (select from person_details known where known.person_id = ${person}.id)`;

@Table(PersonEntity, {
  filters: {
    regionId: (person, region) => {
      const regions = sql`array(select regions_below(${region.uuid('Region')}::uuid))`;
      const hasSeen = (role: Sql) =>
        sql`exists (select from ${role} r where r.person_id = ${person}.id and r.region_id = any (${regions}))`;
      // region_ids serves the index; it counts roles that are hidden from this viewer too
      return sql`(${person}.region_ids && ${regions} and (${person}.region_id = any (${regions})
        or ${hasSeen(raw('trekkerschappen'))} or ${hasSeen(raw('memberships'))}))`;
    },
    municipalityId: (person, municipality) =>
      sql`${person}.municipality_id = ${municipality.uuid('Municipality')}::uuid`,
    perspective: (person, perspective) => sql`${perspective.code()} = any (${person}.perspectives)`,
    participationForm: (person, form) => sql`${form.code()} = any (${person}.participation_forms)`,
    tieConfirmedBefore: (person, day) =>
      sql`exists (select from school_ties s where s.person_id = ${person}.id and s.confirmed_on < ${day.parameter}::date)`,
    search: (person, text) => ({
      join: sql`join people_named(${text.parameter}::text) found on found.person_id = ${person}.id and ${isNamed(person)}`,
      best: sql`found.score`,
    }),
  },
  orders: {
    NAME: {
      join: (person) => sql`person_details named on named.person_id = ${person}.id`,
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
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Reads(
    value(
      (person) =>
        sql`coalesce((select d.display_name from person_details d where d.person_id = ${person}.id), ${person}.pseudonym)`,
    ),
  )
  @Field({ description: 'The name to show; a pseudonym when the name was erased.' })
  displayName: string;

  @Reads(oneWhere((person, details) => sql`${details}.person_id = ${person}.id`))
  @Field(() => PersonName, { nullable: true, description: 'The name in parts; null when it was erased.' })
  name: PersonName | null;

  @Reads(oneWhere((person, contact) => sql`${contact}.person_id = ${person}.id`))
  @Field(() => ContactDetails, {
    nullable: true,
    description:
      'For coordinators of the region and the person themselves; null for others or when there are none.',
  })
  contact: ContactDetails | null;

  @Reads(value((person) => sql`(select n.note from person_notes n where n.person_id = ${person}.id)`))
  @Field(() => String, {
    nullable: true,
    description: 'Free note, for coordinators of the region only; null for others or when there is none.',
  })
  note: string | null;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The region that keeps this record.' })
  region: Region;

  @Reads(one('municipality_id'))
  @Field(() => Municipality, { nullable: true, description: 'Where the person lives; null = unknown.' })
  municipality: Municipality | null;

  @Field(() => [Perspective], { description: 'From where this person speaks.' })
  perspectives: (keyof typeof Perspective)[];

  @Field({ description: 'Preferred language, as ISO 639 code, for example `nl`, `ar`, `tig`.' })
  language: string;

  @Field(() => [ParticipationForm], { description: 'How this person likes to take part.' })
  participationForms: (keyof typeof ParticipationForm)[];

  @Reads(embedded())
  @Field(() => PersonAvailability, { description: 'What time this person has.' })
  availability: PersonAvailability;

  @Reads(
    many({
      where: (person, tie) => sql`${tie}.person_id = ${person}.id`,
      orderBy: (tie) => sql`${tie}.school_year_start desc, ${tie}.id`,
    }),
  )
  @Field(() => [SchoolTie], {
    description:
      'Ties with schools, latest school year first. For coordinators of the region and the person themselves.',
  })
  schoolTies: SchoolTie[];

  @Reads(
    many({
      from: (person) => sql`select p.*, found.score from person_details d
        join people_named(d.display_name) found on found.score >= 0.7
        join people p on p.id = found.person_id and p.id <> d.person_id and ${isNamed(raw('p'))}
        where d.person_id = ${person}.id`,
      where: () => sql`true`,
      orderBy: (other) => sql`${other}.score desc, ${other}.id`,
    }),
  )
  @Extensions({ cost: 50 })
  @Field(() => [Person], {
    description:
      'Others you may see with nearly the same name, most alike first: perhaps the same person, recorded twice.',
  })
  possibleDuplicates: Person[];
}
