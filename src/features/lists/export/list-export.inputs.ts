import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { SeatStatus } from '../../advisory/advisory.enums.js';
import { ContinuityBand, OudernetwerkStatus } from '../../oudernetwerken/oudernetwerk.enums.js';
import {
  type Format,
  type Kind,
  ListFormat,
  ListKind,
  ListPurpose,
  type Purpose,
} from './list-export.enums.js';

@InputType({
  description:
    'Which rows a list has. Each field is for the lists that it names, and refused for others (`NOT_FOR_THIS_LIST`).',
})
export class ListFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of `MEMBERS`, which need it: the network.' })
  oudernetwerkId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of `ROOSTER`, which needs it, and of `SEATS`: the body.' })
  bodyId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of all others: in this region or one below it. Without it, wherever you see something.',
  })
  regionId?: string | null;

  @Field(() => [OudernetwerkStatus], {
    nullable: true,
    description: 'Of `NETWORKS` and `SUPPORT`: networks with one of these statuses.',
  })
  networkStatus?: (keyof typeof OudernetwerkStatus)[] | null;

  @Field(() => [ContinuityBand], {
    nullable: true,
    description: 'Of `NETWORKS`: those in one of these bands, where you see which.',
  })
  band?: (keyof typeof ContinuityBand)[] | null;

  @Field(() => [SeatStatus], {
    nullable: true,
    description: 'Of `SEATS`: those with one of these statuses today.',
  })
  seatStatus?: (keyof typeof SeatStatus)[] | null;
}

@InputType({ description: 'Takes a list along as a file.' })
export class ListExportInput extends MutationInput {
  @Field(() => ListKind, { description: 'What it is a list of.' })
  kind: Kind;

  @Field(() => ListPurpose, {
    description: 'What for. Not every purpose goes with every list (`NOT_THIS_PURPOSE`).',
  })
  purpose: Purpose;

  @Field(() => ListFormat, { description: 'File format.' })
  format: Format;

  @Field(() => ListFilterInput, {
    defaultValue: {},
    description: 'Which rows it has; all that you see if empty.',
  })
  filter: ListFilterInput;
}
