import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** Whether a server could listen there now: on a port of this machine, or at the path of a Unix socket. */
export async function isFree(at: number | string): Promise<boolean> {
  try {
    await closed(await listening(at));
    return true;
  } catch {
    return false;
  }
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const probe = await listening(0);
  const { port } = probe.address() as AddressInfo;
  await closed(probe);
  return port;
}

async function listening(at: number | string): Promise<Server> {
  const probe = createServer().listen(typeof at === 'number' ? { port: at, host: '127.0.0.1' } : at);
  await once(probe, 'listening');
  return probe;
}

async function closed(probe: Server): Promise<void> {
  probe.close();
  await once(probe, 'close');
}
