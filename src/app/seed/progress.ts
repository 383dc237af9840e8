const WIDTH = 30;
const REDRAW_MS = 80;

export interface Progress {
  /** starts a part of `total` rows */
  part(label: string, total: number): (done: number) => void;
  say(line: string): void;
}

/** A bar that redraws itself on a terminal, and a line per part anywhere else. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? barOn(stream) : linesOn(stream);
}

function barOn(stream: NodeJS.WriteStream): Progress {
  const clear = () => stream.write('\r\x1b[K');
  return {
    part(label, total) {
      let done = 0;
      let drawnAt = 0;
      return (more) => {
        done += more;
        if (performance.now() - drawnAt < REDRAW_MS && done < total) return;
        drawnAt = performance.now();
        const share = Math.min(1, total === 0 ? 1 : done / total);
        const bar = '#'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '.');
        clear();
        stream.write(`[${bar}] ${String(Math.floor(share * 100)).padStart(3)} %  ${label} ${count(done)}`);
      };
    },
    say(line) {
      clear();
      stream.write(`${line}\n`);
    },
  };
}

function linesOn(stream: NodeJS.WriteStream): Progress {
  return {
    part(label, total) {
      stream.write(`${label}: ${count(total)}\n`);
      return () => undefined;
    },
    say: (line) => void stream.write(`${line}\n`),
  };
}

function count(rows: number): string {
  return rows.toLocaleString('en');
}
