import { Field, Float, ObjectType } from 'type-graphql';
import { connectionType, Node } from '../../graphql/connections.js';
import { Reads, ref, Rows, value } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { SEARCHED, SearchKind } from './searched-kinds.js';

const TYPES = Object.values(SEARCHED).map(({ type }) => type);

@Rows('search_hits', {
  orders: { SCORE: { by: (hit) => sql`${hit}.rank`, type: 'real', direction: 'DESC' } },
  defaultOrder: 'SCORE',
})
@ObjectType({ description: 'Something that a search found.' })
export class SearchHit {
  @Reads(value((hit) => sql`${hit}.kind`))
  @Field(() => SearchKind, { description: 'What it is.' })
  kind: keyof typeof SearchKind;

  @Reads(value((hit) => sql`${hit}.score::float8`))
  @Field(() => Float, { description: 'How much its name resembles the text, 0 to 1.' })
  score: number;

  @Reads(ref((hit) => sql`select ${hit}.type, ${hit}.id`, TYPES))
  @Field(() => Node, {
    description:
      'The Person, Oudernetwerk, AdvisoryBody, AdvisorySeat, Organisation, Region, Municipality or Theme.',
  })
  object: Node;
}

export const SearchHitConnection = connectionType('SearchHit', () => SearchHit);
