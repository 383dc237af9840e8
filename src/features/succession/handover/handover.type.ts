import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { many, one, type Row, Reads, Table, value } from '../../../reads/mapping.js';
import { sql, viewerLocale } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { HandoverItemEntity } from '../succession.entity.js';

const label = (item: Row) =>
  sql`case when ${viewerLocale}::text = 'en' then ${item}.label_en else ${item}.label_nl end`;

@Table(HandoverItemEntity)
@ObjectType({ implements: Node, description: 'One thing that a trekker hands over.' })
export class HandoverItem extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'Name for programs, for example `CONTACTS`.' })
  key: string;

  @Reads(value(label))
  @Field({ description: 'What it is, in the language of the viewer.' })
  label: string;

  @Field({ description: 'Whether completing without it needs a motivation.' })
  mandatory: boolean;

  @Reads(one('owner_person_id'))
  @Field(() => Person, { nullable: true, description: 'Who sees to it; null = nobody, or hidden from you.' })
  owner: Person | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it should be done; null = no day.' })
  dueOn: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done; null = not done.' })
  doneOn: PlainDate | null;
}

@ObjectType({ description: 'What a trekker hands over to the successor.' })
export class Handover {
  @Reads(value((handover) => sql`${handover}.progress`))
  @Field(() => Float, { description: 'Share of the items that are done, 0 to 1.' })
  progress: number;

  @Reads(
    many({
      where: (handover, item) => sql`${item}.plan_id = ${handover}.plan_id`,
      orderBy: (item) => sql`${item}.position, ${item}.id`,
    }),
  )
  @Field(() => [HandoverItem], { description: 'All items, in the order of the checklist.' })
  items: HandoverItem[];
}

@ObjectType({ description: 'One item of the checklist that handovers in a region start with.' })
export class HandoverTemplateItem {
  @Reads(value((item) => sql`${item}.key`))
  @Field({ description: 'Name for programs, for example `CONTACTS`.' })
  key: string;

  @Reads(value(label))
  @Field({ description: 'What it is, in the language of the viewer.' })
  label: string;

  @Reads(value((item) => sql`${item}.label_nl`))
  @Field({ description: 'What it is, in Dutch.' })
  labelNl: string;

  @Reads(value((item) => sql`${item}.label_en`))
  @Field({ description: 'What it is, in English; the Dutch words where nobody gave others.' })
  labelEn: string;

  @Reads(value((item) => sql`${item}.mandatory`))
  @Field({ description: 'Whether completing without it needs a motivation.' })
  mandatory: boolean;

  @Reads(value((item) => sql`${item}.days_before`))
  @Field(() => Int, { description: 'Due this many days before the day that a plan aims at.' })
  daysBefore: number;
}
