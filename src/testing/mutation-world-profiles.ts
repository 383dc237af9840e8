import { nodeId } from '../kernel/node-id.js';
import type { Makers } from './makers.js';

/** A good input for every mutation about themes, each on records of its own. */
export async function themeInputs(make: Makers): Promise<Record<string, Record<string, unknown>>> {
  const theme = async () => nodeId('Theme', await make.theme());
  const labels = { labelNl: 'Wonen', labelEn: 'Housing' };
  return {
    themeCreate: { code: 'WONEN', ...labels, parentId: await theme() },
    themeUpdate: {
      id: await theme(),
      expectedVersion: 1,
      patch: { ...labels, parentId: await theme(), retiredOn: '2027-01-01' },
    },
  };
}
