import type { ClientBase } from 'pg';
import { isUuid, parseNodeId } from '../../kernel/node-id.js';

/** A requested account change is not possible; the message is for the operator. */
export class AccountRefused extends Error {}

export interface RegionFound {
  readonly id: string;
  readonly code: string;
}

export async function regionNamed(owner: ClientBase, code: string): Promise<RegionFound> {
  const { rows } = await owner.query<RegionFound>(
    'select id, code from regions where upper(code) = upper($1)',
    [code],
  );
  return rows[0] ?? refuse(`There is no region ${code}. Codes look like JZ06.`);
}

export interface BodyFound {
  readonly id: string;
  readonly regionId: string;
  readonly regionCode: string;
}

/** By public node id or uuid. */
export async function personNamed(
  owner: ClientBase,
  given: string,
): Promise<{ id: string; pseudonym: string }> {
  const { rows } = await owner.query<{ id: string; pseudonym: string }>(
    'select id, pseudonym from people where id = $1',
    [uuidOf(given, 'Person')],
  );
  return rows[0] ?? refuse(`There is no person ${given}.`);
}

/** By public node id or uuid. */
export async function organisationNamed(owner: ClientBase, given: string): Promise<{ id: string }> {
  const { rows } = await owner.query<{ id: string }>('select id from organisations where id = $1', [
    uuidOf(given, 'Organisation'),
  ]);
  return rows[0] ?? refuse(`There is no organisation ${given}.`);
}

/** By public node id or uuid, with its owning region. */
export async function bodyNamed(owner: ClientBase, given: string): Promise<BodyFound> {
  const { rows } = await owner.query<BodyFound>(
    `select b.id, b.region_id as "regionId", r.code as "regionCode"
     from advisory_bodies b join regions r on r.id = b.region_id where b.id = $1`,
    [uuidOf(given, 'AdvisoryBody')],
  );
  return rows[0] ?? refuse(`There is no advisory body ${given}.`);
}

function uuidOf(given: string, type: string): string {
  const node = parseNodeId(given);
  if (node && node.type !== type) return refuse(`${given} is an id of type ${node.type}, not ${type}.`);
  const id = node?.uuid ?? given.toLowerCase();
  return isUuid(id) ? id : refuse(`${given} is no id of type ${type}: give a node id or a uuid.`);
}

export function refuse(sentence: string): never {
  throw new AccountRefused(sentence);
}
