/**
 * Loaded into a measured server before its own code (node --require): reports to the benchmark what the server used.
 */
import { readFileSync } from 'node:fs';

export interface Usage {
  /** user and system time since the process started */
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly residentBytes: number;
}

process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  const residentBytes = process.memoryUsage.rss();
  process.send?.({ usage: { cpuSeconds: (user + system) / 1e6, peakBytes: peakBytes(), residentBytes } });
});
// listening alone must not keep a server alive that has stopped
process.channel?.unref();

function peakBytes(): number {
  try {
    // not ru_maxrss, which on Linux starts at the size of the process that started this one
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes) return Number(kilobytes) * 1024;
  } catch {
    // not on Linux
  }
  return process.resourceUsage().maxRSS * 1024;
}
