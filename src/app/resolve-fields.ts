import {
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { Context } from '../graphql/request.js';
import { nodeId } from '../kernel/node-id.js';
import type { MutationAnswer } from '../writes/mutate.js';
import { materialIn, ofMade } from '../reads/computed.js';
import type { ComputedRead, StoredRead } from '../reads/mapping.js';
import { readOf, TYPE_KEY } from '../reads/plan.js';

type Args = Readonly<Record<string, unknown>>;
type Tree = Readonly<Record<string, unknown>>;

export function nodeType(value: Tree): string {
  return String(value[TYPE_KEY]);
}

/** Fields are read from the JSON of the engine: only computed fields have a resolver of their own. */
export function resolveFields(type: GraphQLObjectType): void {
  if (type.name === 'Mutation' || /User(Error|Warning)$/.test(type.name)) return;
  for (const field of Object.values(type.getFields())) {
    field.resolve = type.name === 'Query' ? fromRoot : type.extensions.payload ? fromAnswer : fromTree;
  }
}

const fromTree: GraphQLFieldResolver<Tree, Context, Args> = (source, args, context, info) => {
  const made = ofMade(source, info.fieldName);
  if (!made) return unlessComputed(source[info.path.key], args, context, info);
  // nothing to look up, and not to be awaited: there may be thousands
  return isLeafType(getNamedType(info.returnType)) ? made.value : shown(made.value, context, info);
};

const fromRoot: GraphQLFieldResolver<unknown, Context, Args> = (_source, args, context, info) =>
  unlessComputed(context.request.tree[info.path.key], args, context, info);

/** The value from the database, or what is computed from it. */
function unlessComputed(value: unknown, args: Args, context: Context, info: GraphQLResolveInfo): unknown {
  const found = materialIn(value);
  return found ? computed(found.material, args, context, info) : value;
}

async function computed(
  material: unknown,
  args: Args,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const read = readOf(info.parentType.getFields()[info.fieldName]!) as ComputedRead | StoredRead;
  const { compute } = read.kind === 'stored' ? read.computed : read;
  const { computing } = await context.request.objects();
  return shown(await compute(material, args, computing), context, info);
}

async function shown(value: unknown, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  return (await context.request.objects()).shown(value, info.returnType, info);
}

const fromAnswer: GraphQLFieldResolver<MutationAnswer, Context> = async (
  answer,
  _args,
  { request },
  info,
) => {
  if (info.fieldName === 'errors' || info.fieldName === 'warnings') return answer[info.fieldName];
  if (info.fieldName === 'committed') return answer.errors.length === 0;
  if (info.fieldName === 'ids') return idsIn(answer, info);
  const given = answer.refs[info.fieldName];
  if (!given) return null;
  const type = getNamedType(info.returnType);
  if (isLeafType(type)) return given;
  const viewer = await request.viewer();
  const text = await request.read(() =>
    request.engine.node(type as GraphQLObjectType, given, info, viewer, request.used),
  );
  return text === '' ? null : JSON.parse(text);
};

function idsIn({ refs }: MutationAnswer, { parentType }: GraphQLResolveInfo): string[] {
  // not in the order of refs, which a kept answer does not keep
  return Object.values(parentType.getFields()).flatMap((field) => {
    const [type, uuid] = [getNamedType(field.type), refs[field.name]];
    return uuid && isNode(type) ? [nodeId(type.name, uuid)] : [];
  });
}

function isNode(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}
