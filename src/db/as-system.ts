import type { EventListener, Tx } from './transaction.js';
import { reachOf, roleOf, SYSTEM_ROLE } from './viewer-settings.js';

/**
 * Does part of a transaction as the service itself, which sees everything it needs and writes what nobody may write
 * by hand. For rules that must hold whoever the viewer is; never with anything from a request in its conditions.
 * Inside another such part it has no effect.
 */
export async function asSystem<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  if (tx.actsAs === 'system') return work();
  act(tx, 'system', SYSTEM_ROLE);
  tx.actsAs = 'system';
  const result = await work(); // a failure here fails the transaction
  tx.actsAs = 'viewer';
  const reach = reachOf(tx.viewer);
  act(tx, reach, roleOf(reach));
  return result;
}

/** Listeners that work as the service itself, one after another; nothing happens if no event was recorded. */
export function listeningAsSystem(...listeners: readonly EventListener[]): EventListener {
  return async (tx, events) => {
    if (events.length === 0) return;
    await asSystem(tx, async () => {
      for (const listen of listeners) await listen(tx, events);
    });
  };
}

function act(tx: Tx, reach: string, role: string): void {
  tx.send(`select set_config('app.reach', $1, true), set_config('role', $2, true)`, [reach, role]);
}
