import { readdir, readFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

/** CPU seconds that a PostgreSQL server and its connections have used so far; null if there is no /proc. */
export async function postgresCpuSeconds(postmaster: number | null): Promise<number | null> {
  if (postmaster === null) return null;
  const own = await statOf(postmaster);
  if (!own) return null;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(pids.map(statOf));
  const children = stats.flatMap((stat) => (stat?.parent === postmaster ? [stat.used] : []));
  return (own.used + own.usedByEnded + children.reduce((sum, used) => sum + used, 0)) / TICKS_PER_SECOND;
}

async function statOf(pid: number) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // after the command, which is in parentheses and may hold anything
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = (at: number) => Number(fields[at]);
  if (fields.length < 15) return null;
  return { parent: ticks(1), used: ticks(11) + ticks(12), usedByEnded: ticks(13) + ticks(14) };
}
