import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { embedded, many, one, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { resembles } from '../../../reads/named.js';
import { raw, sql, viewerDay } from '../../../reads/sql.js';
import { IncompatibilityKind, Level } from '../../ervaringsdeskundigen/ervaringsdeskundige.enums.js';
import { Domain, Organisation } from '../../organisations/organisation.type.js';
import { responsible } from '../../organisations/responsible-organisation.js';
import { Region } from '../../regions/region.type.js';
import { AdvisoryBodyEntity } from '../advisory.entity.js';
import { AdvisoryBodyKind, AdvisoryBodyStatus } from '../advisory.enums.js';

const ofBody = (column: string) => value((body) => sql`${body}.${raw(column)}`);

@ObjectType({
  description: 'A body’s own rules of procedure (reglement). A change applies to appointments made after it.',
})
export class BodyRules {
  @Reads(ofBody('term_months'))
  @Field(() => Int, { description: 'Length of a term in months.' })
  termMonths: number;

  @Reads(ofBody('max_consecutive_terms'))
  @Field(() => Int, {
    nullable: true,
    description: 'Maximum number of consecutive terms in this body; null if there is no limit.',
  })
  maxConsecutiveTerms: number | null;

  @Reads(ofBody('break_months'))
  @Field(() => Int, {
    description:
      'Months of absence from the body after which someone’s terms are counted from 1 again; 0 means that ' +
      'any interruption of at least one day is enough.',
  })
  breakMonths: number;

  @Reads(ofBody('carry_over'))
  @Field({ description: 'Whether holders stay on after their term until they are replaced.' })
  carryOver: boolean;

  @Reads(ofBody('replacement_serves_remaining'))
  @Field({
    description: 'Whether a successor to a holder who left early serves only the remainder of that term.',
  })
  replacementServesRemaining: boolean;

  @Reads(ofBody('incompatible_kinds'))
  @Field(() => [IncompatibilityKind], {
    description:
      'Capacities that exclude people from a seat if they have them in one of the body’s organisations, or ' +
      'in a municipality in its regions.',
  })
  incompatibilities: (keyof typeof IncompatibilityKind)[];

  @Reads(ofBody('max_leaving_share'))
  @Field(() => Int, {
    nullable: true,
    description:
      'Maximum percentage of its seats that may fall open in one calendar year; null if not stated.',
  })
  maxLeavingShare: number | null;

  @Reads(ofBody('ends_soon_months'))
  @Field(() => Int, {
    description: 'Months before the end of a term from which the seat counts as ending soon.',
  })
  endsSoonMonths: number;

  @Reads(ofBody('vacancy_days'))
  @Field(() => Int, { description: 'Number of days a seat may be vacant before a warning is given.' })
  vacancyDays: number;

  @Reads(ofBody('alternates'))
  @Field({ description: 'Whether somebody else may act for a holder who is away for a time.' })
  alternates: boolean;
}

const status = (body: Row) => sql`case when ${body}.ended_on <= ${viewerDay}::date then 'ENDED'
  when ${body}.established_on <= ${viewerDay}::date then 'ACTIVE' else 'FORMING' end`;

@Table(AdvisoryBodyEntity, {
  filters: {
    kind: (body, kinds) => sql`${body}.kind = any (${kinds.codes()})`,
    regionId: (body, region) => sql`array(select regions_below(${region.uuid('Region')}::uuid))
      && array(select ${body}.region_id union all select agreed_regions(${body}.id, ${viewerDay}::date))`,
    level: (body, level) => sql`${body}.level = ${level.code()}`,
    domain: (body, domain) => sql`${domain.code()} = any (${body}.domains)`,
    status: (body, statuses) => sql`${status(body)} = any (${statuses.codes()})`,
    search: resembles('advisory_bodies', 'national'),
  },
  orders: { NAME: { by: (body) => sql`${body}.sort_name`, type: 'text', direction: 'ASC' } },
  defaultOrder: 'NAME',
})
@ObjectType({
  implements: Node,
  description:
    'A body that advises or decides, with seats for parents. Visible to coordinators of its ' +
    'region and of regions that agreed or are asked to agree that it works there, its secretary, and everybody who holds, held or was invited for one of its seats.',
})
export class AdvisoryBody extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => AdvisoryBodyKind, { description: 'Kind of body.' })
  kind: keyof typeof AdvisoryBodyKind;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The owning region.' })
  region: Region;

  @Reads(
    many({
      where: (body, region) => sql`${region}.id in (select agreed_regions(${body}.id, ${viewerDay}::date))`,
      orderBy: (region) => sql`${region}.code`,
    }),
  )
  @Field(() => [Region], {
    description: 'Further regions in which it works today, by agreement with them; by code.',
  })
  regions: Region[];

  @Reads(
    many({
      where: (body, organisation) =>
        sql`${organisation}.id in (select organisation_id from advisory_body_organisations
          where body_id = ${body}.id)`,
      orderBy: (organisation) => sql`${organisation}.search_name, ${organisation}.id`,
    }),
  )
  @Field(() => [Organisation], { description: 'Organisations it belongs to or advises, by name.' })
  organisations: Organisation[];

  @Reads(responsible())
  @Field(() => Organisation, {
    nullable: true,
    description:
      'Who answers for the personal data of the body (AVG: verwerkingsverantwoordelijke): that of the region, unless ' +
      'another one was chosen. Null if none is known.',
  })
  responsibleOrganisation: Organisation | null;

  @Field(() => String, {
    nullable: true,
    description: 'Purpose, at most 2,000 characters; null if not stated.',
  })
  purpose: string | null;

  @Field(() => Level, { description: 'Level at which it works.' })
  level: keyof typeof Level;

  @Field(() => [Domain], { description: 'Fields of work; at least one.' })
  domains: (keyof typeof Domain)[];

  @Field(() => DateScalar, { nullable: true, description: 'First day of operation; null if not yet known.' })
  establishedOn: PlainDate | null;

  @Reads(value((body) => sql`${body}.ended_on - 1`))
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it continues.' })
  endedOn: PlainDate | null;

  @Reads(value(status))
  @Field(() => AdvisoryBodyStatus, { description: 'Status today.' })
  status: keyof typeof AdvisoryBodyStatus;

  @Reads(embedded())
  @Field(() => BodyRules, { description: 'The body’s rules of procedure (reglement).' })
  rules: BodyRules;
}
