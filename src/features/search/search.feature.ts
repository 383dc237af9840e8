import type { Feature } from '../../writes/feature.js';
import { SearchQuery } from './search.queries.js';

export const search: Feature = { name: 'search', resolvers: [SearchQuery] };
