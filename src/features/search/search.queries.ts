import { Arg, Args, Extensions, Query, Resolver } from 'type-graphql';
import { ForwardPage } from '../../graphql/connections.js';
import { connection, readByEngine, Reads } from '../../reads/mapping.js';
import { SearchHitConnection } from './search-hit.type.js';
import { hitsOf, SearchKind } from './searched-kinds.js';

const KINDS = Object.keys(SearchKind) as (keyof typeof SearchKind)[];
/** Several searches at once. */
const SEARCH_COST = 50;

@Resolver()
export class SearchQuery {
  @Reads(
    connection({
      from: (_root, { text, kinds }, reach) => hitsOf(text!, kinds!.value as string[], reach),
    }),
  )
  @Extensions({ cost: SEARCH_COST })
  @Query(() => SearchHitConnection, {
    description:
      'Everything visible to you that is called like a text, as the `search` of each list finds it, best matches ' +
      'first, and of equal ones people, networks, bodies and seats before organisations and places. Ervaringsdeskundigen are not found by their pseudonym.',
  })
  search(
    @Arg('text', () => String, {
      description: 'What it is called, at most 100 characters; nothing is found without anything to see.',
    })
    _text: string,
    @Args(() => ForwardPage) _page: ForwardPage,
    @Arg('kinds', () => [SearchKind], { defaultValue: KINDS, description: 'What to look for.' })
    _kinds?: (keyof typeof SearchKind)[],
  ): InstanceType<typeof SearchHitConnection> {
    return readByEngine();
  }
}
