import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { describedEnum, Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { one, Reads, Table } from '../../../reads/mapping.js';
import { VersionedInput } from '../../../writes/mutation-input.js';
import { Person } from '../../people/person.type.js';
import { Region } from '../../regions/region.type.js';
import { PersonTaskEntity } from './person-task.entity.js';

const PersonTaskKind = describedEnum('PersonTaskKind', 'What a region has to do for somebody by hand.', {
  DIED: 'They died: to feel with the family, and to agree who tells the network.',
  STOPPED: 'They stopped with everything: to tell those with whom they did it.',
  DEATH_TAKEN_BACK: 'They were recorded as deceased by mistake: to tell it by telephone, never by mail.',
  STOP_TAKEN_BACK: 'They do not stop after all: to tell those who heard otherwise.',
  NOTICE:
    'They are left alone, and there is something that the law says they must hear: to tell it in a way that fits.',
  LETTER: 'There is mail for them that no address takes: to print it as a letter, and to send it.',
  MOVED_AWAY:
    'They move to another region: to hear whether they may be introduced there. Done once that is recorded (`personMoveAnswer`).',
  MOVED_HERE: 'They moved to this region, which may know them: to get to know them.',
  REGION_CHANGES:
    'Their municipality comes under another region, and no mail reaches them: to tell them, and that they may object.',
  CHANGE_IS_OFF:
    'This region told them that their municipality comes under another one, and that is off: to tell them so.',
  MOVE_TAKEN_BACK: 'It was recorded by mistake that they moved: this region answers for them again.',
});

@Table(PersonTaskEntity)
@ObjectType({
  implements: Node,
  description:
    'Something that a region has to do for a person by hand. Visible to the coordinators of that region.',
})
export class PersonTask extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('person_id'))
  @Field(() => Person, {
    nullable: true,
    description: 'Whom it is about; null if they are hidden from you by now.',
  })
  person: Person | null;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The region that does it.' })
  region: Region;

  @Field(() => PersonTaskKind, { description: 'What is to be done.' })
  kind: keyof typeof PersonTaskKind;

  @Field(() => DateScalar, { description: 'Day on which it came up.' })
  madeOn: PlainDate;

  @Field(() => DateScalar, { description: 'Day by which it should be done.' })
  dueOn: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done; null while it waits.' })
  doneOn: PlainDate | null;
}

@InputType({ description: 'Says that something was done for a person.' })
export class PersonTaskDoneInput extends VersionedInput {
  @Field(() => ID, { description: 'The task.' })
  id: string;
}
