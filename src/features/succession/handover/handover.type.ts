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
@ObjectType({ implements: Node, description: 'One item that a trekker hands over.' })
export class HandoverItem extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'Name for use in programs, for example `CONTACTS`.' })
  key: string;

  @Reads(value(label))
  @Field({ description: 'Label in the viewer’s language.' })
  label: string;

  @Field({ description: 'Whether completing the succession without it requires a motivation.' })
  mandatory: boolean;

  @Reads(one('owner_person_id'))
  @Field(() => Person, {
    nullable: true,
    description: 'The person responsible for it; null if there is nobody or they are hidden from you.',
  })
  owner: Person | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which it should be done; null if there is no such day.',
  })
  dueOn: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done; null if not done.' })
  doneOn: PlainDate | null;
}

@ObjectType({ description: 'What a trekker hands over to the successor.' })
export class Handover {
  @Reads(value((handover) => sql`${handover}.progress`))
  @Field(() => Float, { description: 'Fraction of the items that is done, 0 to 1.' })
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

@ObjectType({ description: 'One item of the initial checklist for handovers in a region.' })
export class HandoverTemplateItem {
  @Reads(value((item) => sql`${item}.key`))
  @Field({ description: 'Name for use in programs, for example `CONTACTS`.' })
  key: string;

  @Reads(value(label))
  @Field({ description: 'Label in the viewer’s language.' })
  label: string;

  @Reads(value((item) => sql`${item}.label_nl`))
  @Field({ description: 'Label in Dutch.' })
  labelNl: string;

  @Reads(value((item) => sql`${item}.label_en`))
  @Field({ description: 'Label in English; the Dutch label if there is no other.' })
  labelEn: string;

  @Reads(value((item) => sql`${item}.mandatory`))
  @Field({ description: 'Whether completing the succession without it requires a motivation.' })
  mandatory: boolean;

  @Reads(value((item) => sql`${item}.days_before`))
  @Field(() => Int, { description: 'Number of days before the plan’s target day on which it is due.' })
  daysBefore: number;
}
