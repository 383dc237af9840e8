import { failure } from './failure.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The public id of a node: base64url of `Type:uuid`. */
export function nodeId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString('base64url');
}

/** Type and uuid of a public id; null if it is not one. Only the canonical spelling counts. */
export function parseNodeId(id: string): { type: string; uuid: string } | null {
  const [type, uuid, ...rest] = Buffer.from(id, 'base64url').toString().split(':');
  if (!type || !uuid || rest.length > 0 || !/^[A-Z][A-Za-z]*$/.test(type) || !isUuid(uuid)) return null;
  return nodeId(type, uuid) === id ? { type, uuid } : null;
}

/** What the id of a node of one of these types names; refuses the request if it is something else. */
export function nodeOf<Type extends string>(
  id: string,
  types: readonly Type[],
  path: readonly string[],
): { type: Type; uuid: string } {
  const node = parseNodeId(id);
  const type = types.find((each) => each === node?.type);
  if (node && type) return { type, uuid: node.uuid };
  const expected = types.join(', ');
  throw failure('BAD_ID', path, { path: path.join('.'), value: id.slice(0, 100), expected });
}
