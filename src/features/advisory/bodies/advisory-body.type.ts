import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { embedded, many, one, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { raw, sql, viewerDay } from '../../../reads/sql.js';
import { IncompatibilityKind, Level } from '../../ervaringsdeskundigen/ervaringsdeskundige.enums.js';
import { Domain, Organisation } from '../../organisations/organisation.type.js';
import { Region } from '../../regions/region.type.js';
import { AdvisoryBodyEntity } from '../advisory.entity.js';
import { AdvisoryBodyKind, AdvisoryBodyStatus } from '../advisory.enums.js';

const ofBody = (column: string) => value((body) => sql`${body}.${raw(column)}`);

@ObjectType({
  description: 'The rules of a body’s own reglement. A change holds for who is appointed after it.',
})
export class BodyRules {
  @Reads(ofBody('term_months'))
  @Field(() => Int, { description: 'How long a term is, in months.' })
  termMonths: number;

  @Reads(ofBody('max_consecutive_terms'))
  @Field(() => Int, {
    nullable: true,
    description: 'How many terms in a row somebody may serve in this body; null = no limit.',
  })
  maxConsecutiveTerms: number | null;

  @Reads(ofBody('break_months'))
  @Field(() => Int, {
    description: 'How many months somebody is away before their terms are counted anew; 0 = any day.',
  })
  breakMonths: number;

  @Reads(ofBody('carry_over'))
  @Field({ description: 'Whether somebody stays on after their term until they are replaced.' })
  carryOver: boolean;

  @Reads(ofBody('replacement_serves_remaining'))
  @Field({ description: 'Whether who follows somebody who left early serves what is left of that term.' })
  replacementServesRemaining: boolean;

  @Reads(ofBody('incompatible_kinds'))
  @Field(() => [IncompatibilityKind], {
    description:
      'Who is tied in one of these capacities to an organisation of the body, or to a municipality in its regions, cannot hold a seat.',
  })
  incompatibilities: (keyof typeof IncompatibilityKind)[];

  @Reads(ofBody('max_leaving_share'))
  @Field(() => Int, {
    nullable: true,
    description: 'Percent of its seats that may leave in one calendar year; null = not said.',
  })
  maxLeavingShare: number | null;

  @Reads(ofBody('ends_soon_months'))
  @Field(() => Int, { description: 'How many months before its end a seat counts as ending soon.' })
  endsSoonMonths: number;

  @Reads(ofBody('vacancy_days'))
  @Field(() => Int, { description: 'How many days a seat may be vacant before that is a warning.' })
  vacancyDays: number;
}

const status = (body: Row) => sql`case when ${body}.ended_on <= ${viewerDay}::date then 'ENDED'
  when ${body}.established_on <= ${viewerDay}::date then 'ACTIVE' else 'FORMING' end`;

@Table(AdvisoryBodyEntity, {
  filters: {
    kind: (body, kinds) => sql`${body}.kind = any (${kinds.codes()})`,
    regionId: (body, region) =>
      sql`${body}.region_ids && array(select regions_below(${region.uuid('Region')}::uuid))`,
    level: (body, level) => sql`${body}.level = ${level.code()}`,
    domain: (body, domain) => sql`${domain.code()} = any (${body}.domains)`,
    status: (body, statuses) => sql`${status(body)} = any (${statuses.codes()})`,
    search: (body, text) => sql`fold(${text.parameter}::text) <% ${body}.search_name`,
  },
  orders: { NAME: { by: (body) => sql`${body}.sort_name`, type: 'text', direction: 'ASC' } },
  defaultOrder: 'NAME',
})
@ObjectType({
  implements: Node,
  description:
    'A body that advises or decides, with seats for parents. For who works in one of its regions, its secretary, and ' +
    'who holds, held or was asked for a seat.',
})
export class AdvisoryBody extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => AdvisoryBodyKind, { description: 'What sort of body.' })
  kind: keyof typeof AdvisoryBodyKind;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The owning region.' })
  region: Region;

  @Reads(
    many({
      where: (body, region) =>
        sql`${region}.id in (select region_id from advisory_body_regions where body_id = ${body}.id)`,
      orderBy: (region) => sql`${region}.code`,
    }),
  )
  @Field(() => [Region], { description: 'Further regions it works for, by code.' })
  regions: Region[];

  @Reads(
    many({
      where: (body, organisation) =>
        sql`${organisation}.id in (select organisation_id from advisory_body_organisations
          where body_id = ${body}.id)`,
      orderBy: (organisation) => sql`${organisation}.search_name, ${organisation}.id`,
    }),
  )
  @Field(() => [Organisation], { description: 'The organisations it belongs to or advises, by name.' })
  organisations: Organisation[];

  @Field(() => String, {
    nullable: true,
    description: 'What it is for, at most 2,000 characters; null = not said.',
  })
  purpose: string | null;

  @Field(() => Level, { description: 'At which level it works.' })
  level: keyof typeof Level;

  @Field(() => [Domain], { description: 'Fields of work; at least one.' })
  domains: (keyof typeof Domain)[];

  @Field(() => DateScalar, { nullable: true, description: 'First day at work; null = not known yet.' })
  establishedOn: PlainDate | null;

  @Reads(value((body) => sql`${body}.ended_on - 1`))
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  endedOn: PlainDate | null;

  @Reads(value(status))
  @Field(() => AdvisoryBodyStatus, { description: 'Where it is in its life today.' })
  status: keyof typeof AdvisoryBodyStatus;

  @Reads(embedded())
  @Field(() => BodyRules, { description: 'The rules of its own reglement.' })
  rules: BodyRules;
}
