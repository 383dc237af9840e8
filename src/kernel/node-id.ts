const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The public id of a node: base64url of `Type:uuid`. */
export function nodeId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString('base64url');
}

/** Type and uuid of a public id; null if it is not one. Only the canonical spelling counts. */
export function parseNodeId(id: string): { type: string; uuid: string } | null {
  const [type, uuid, ...rest] = Buffer.from(id, 'base64url').toString().split(':');
  if (!type || !uuid || rest.length > 0 || !/^[A-Z][A-Za-z]*$/.test(type) || !UUID.test(uuid)) return null;
  return nodeId(type, uuid) === id ? { type, uuid } : null;
}
