import {
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { parseNodeId } from '../../kernel/node-id.js';

type Json = Readonly<Record<string, unknown>>;

export function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

/** Fields that return nothing without arguments. */
const ASKED: Readonly<Record<string, string>> = { retirementSchedule: '(fromYear: 2026, toYear: 2030)' };

/** All fields of an object, and the ids of the objects it refers to; for a person, confidential fields too. */
export function everythingOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map(({ name, type }) => `${name}${ASKED[name] ?? ''}${selectionOf(getNamedType(type))}`)
    .join(' ');
}

function selectionOf(type: unknown): string {
  if (!isObjectType(type)) return isLeafType(type) ? '' : ' { id }';
  if (isNode(type)) return type.name === 'Person' ? ' { id contact { email } note }' : ' { id }';
  return ` { ${everythingOf(type)} }`;
}

/** Paths of non-null fields that are null. The engine's JSON is sent without being checked. */
export function forbiddenNulls(type: GraphQLOutputType, value: unknown, path: string): string[] {
  if (value === null) return isNonNullType(type) ? [path] : [];
  const bare = getNullableType(type);
  if (isListType(bare)) {
    return (value as unknown[]).flatMap((item, index) =>
      forbiddenNulls(bare.ofType, item, `${path}.${index}`),
    );
  }
  if (!isObjectType(bare)) return [];
  return Object.entries(value as Json).flatMap(([key, inner]) =>
    forbiddenNulls(bare.getFields()[key]!.type, inner, `${path}.${key}`),
  );
}

/** Every object with an id anywhere in an answer. */
export function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id } = value as Json;
  const own = typeof id === 'string' && parseNodeId(id) ? [value as Json] : [];
  return [...own, ...Object.values(value).flatMap(objectsIn)];
}

/** Null, or a list or page without rows and with a count of 0. */
export function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  const { totalCount, nodes, edges } = value as Json;
  return totalCount === 0 && isEmpty(nodes) && isEmpty(edges);
}

/** The ids in a list or page, after checking that its parts agree with each other. */
export function idsIn(value: unknown): string[] {
  if (value === null) return [];
  const listed = (Array.isArray(value) ? value : [value]) as Json[];
  if (!listed[0] || !('totalCount' in listed[0])) return listed.map(({ id }) => String(id));
  const { nodes, edges, totalCount } = listed[0] as {
    nodes: Json[];
    edges: { node: Json }[];
    totalCount: number;
  };
  const ids = nodes.map(({ id }) => String(id));
  expect(edges.map(({ node }) => String(node.id))).toEqual(ids);
  expect(totalCount).toBe(ids.length);
  return ids;
}
