import { buildSchema, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { addressResolvers } from './naive-addresses.js';
import { continuityResolvers } from './naive-continuity.js';
import { publicId } from './naive-filters.js';
import { foresightResolvers } from './naive-foresight.js';
import { matchResolvers } from './naive-matches.js';
import { NaiveLooks, type Args, type Asker, type Resolvers } from './naive-looks.js';
import { networkResolvers } from './naive-networks.js';
import { profileResolvers } from './naive-profiles.js';
import { peopleResolvers, placeResolvers, queryResolvers } from './naive-places-and-people.js';
import { importResolvers } from './naive-imports.js';
import { invitationResolvers } from './naive-invitations.js';
import { regionChangeResolvers } from './naive-region-changes.js';
import type { NaiveRows, Row } from './naive-rows.js';
import { isAsked } from '../scope.js';
import { seatResolvers } from './naive-seats.js';
import { successionResolvers } from './naive-succession.js';

/** The schema with a resolver per field, each reading the rows that the viewer sees. */
export function naiveSchema(sdl: string, rows: NaiveRows, asker: Asker): GraphQLSchema {
  const schema = buildSchema(sdl);
  const looks = new NaiveLooks(rows, asker);
  const resolvers = merged(
    queryResolvers(looks),
    placeResolvers(looks),
    peopleResolvers(looks),
    addressResolvers(looks),
    networkResolvers(looks),
    foresightResolvers(looks),
    continuityResolvers(looks),
    successionResolvers(looks),
    profileResolvers(looks),
    seatResolvers(looks),
    invitationResolvers(looks),
    matchResolvers(looks),
    regionChangeResolvers(looks),
    importResolvers(looks),
  );
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (row: Row) => row.type;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const resolver = resolvers[type.name]?.[field.name];
      if (resolver) field.resolve = (row, args) => resolver(row as Row, args as Args);
      else if (!isAsked(type.name, field)) continue;
      else if (field.args.length > 0 && type !== schema.getMutationType())
        throw new Error(`no naive resolver for ${type.name}.${field.name}`);
      else if (field.name === 'id') field.resolve = (row) => publicId(row as Row);
    }
  }
  return schema;
}

/** Several may have fields of one type. */
function merged(...parts: readonly Resolvers[]): Resolvers {
  const all: Resolvers = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) all[type] = { ...all[type], ...fields };
  }
  return all;
}
