import 'reflect-metadata';
import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { getNamedType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../graphql/context.js';
import type { MutationAnswer } from '../graphql/mutate.js';
import { DateScalar } from '../graphql/scalars.js';
import { TYPE_KEY } from '../reads/plan.js';
import { OrganisationMutations } from '../rooms/organisations/organisation.mutations.js';
import { OrganisationQueries, RegionOrganisations } from '../rooms/organisations/organisation.queries.js';
import {
  OudernetwerkFields,
  PersonTrekkerschappen,
  RegionOudernetwerken,
} from '../rooms/oudernetwerken/oudernetwerk.fields.js';
import { OudernetwerkMutations } from '../rooms/oudernetwerken/oudernetwerk.mutations.js';
import { OudernetwerkQueries } from '../rooms/oudernetwerken/oudernetwerk.queries.js';
import { TrekkerschapMutations } from '../rooms/oudernetwerken/trekkerschap.mutations.js';
import { NetworkRecordMutations } from '../rooms/oudernetwerken/network-records.mutations.js';
import { PersonMutations } from '../rooms/people/person.mutations.js';
import { PersonQueries } from '../rooms/people/person.queries.js';
import { ViewerQueries } from '../rooms/people/viewer.type.js';
import { RegionQueries } from '../rooms/regions/region.queries.js';

type Tree = Readonly<Record<string, unknown>>;

const trees = new WeakMap<object, Tree>();

/** Puts the JSON that the read engine gave where the root fields of a partly planned query find it. */
export function keepTree(contextValue: object, tree: Tree): void {
  trees.set(contextValue, tree);
}

/** The whole schema. Throws when a mutation has no policy. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      RegionQueries,
      OrganisationQueries,
      RegionOrganisations,
      PersonQueries,
      ViewerQueries,
      OudernetwerkQueries,
      OudernetwerkFields,
      PersonTrekkerschappen,
      RegionOudernetwerken,
      OrganisationMutations,
      PersonMutations,
      OudernetwerkMutations,
      TrekkerschapMutations,
      NetworkRecordMutations,
    ],
    scalarsMap: [{ type: Temporal.PlainDate, scalar: DateScalar }],
    validate: false, // use-cases look at their input themselves, and say what is wrong in the viewer's language
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) resolve(type);
    if (isInterfaceType(type)) type.resolveType = (value: Tree) => String(value[TYPE_KEY]);
  }
  requirePolicies(schema);
  describeRoots(schema);
  return schema;
}

/** What type-graphql has no place to describe. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType()!, schema.getMutationType()!];
  query.description = 'What can be read. What is hidden from the viewer is as if it were not there.';
  mutation.description =
    'What can be done: one mutation per action, each wholly or not at all. What is wrong with an input is in `errors`.';
  for (const field of Object.values(mutation.getFields())) {
    for (const argument of field.args) argument.description ??= `What \`${field.name}\` needs to know.`;
  }
}

/** Reads come from the JSON the engine gave: no field of a record has a resolver of its own. */
function resolve(type: GraphQLObjectType): void {
  if (type.name === 'Mutation' || type.name.endsWith('UserError')) return;
  for (const field of Object.values(type.getFields())) {
    field.resolve = type.name === 'Query' ? fromKeptTree : type.extensions.payload ? fromAnswer : fromTree;
  }
}

const fromTree: GraphQLFieldResolver<Tree, Context> = (source, _args, _context, info) =>
  source[info.path.key];

const fromKeptTree: GraphQLFieldResolver<unknown, Context> = (_source, _args, context, info) =>
  trees.get(context)?.[info.path.key];

const fromAnswer: GraphQLFieldResolver<MutationAnswer, Context> = async (answer, _args, context, info) => {
  if (info.fieldName === 'errors') return answer.errors;
  const id = answer.refs[info.fieldName];
  if (!id) return null;
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const text = await context.engine.node(type, id, info, await context.viewer());
  return text === '' ? null : JSON.parse(text);
};

function requirePolicies(schema: GraphQLSchema): void {
  const without = Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter((field) => typeof field.extensions.policy !== 'function')
    .map((field) => field.name);
  if (without.length > 0) throw new Error(`mutations without a policy: ${without.join(', ')}`);
}
