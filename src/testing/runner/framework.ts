import Module from 'node:module';

/** What jest-circus exports: a state of its own, made as the framework makes its own. */
interface Circus {
  getState(): unknown;
  resetState(): void;
}

const load = Module.createRequire(__filename);
const HANDLERS = Symbol.for('EVENT_HANDLERS');
const globals = globalThis as unknown as Record<symbol, unknown>;

let framework: { readonly parts: unknown; startAnew(): void } | undefined;

/**
 * The part of jest that collects and runs tests, with `expect`, as new. Jest would load it again for every test file: a
 * tenth of a second each, and every copy leaves an AsyncLocalStorage behind that all later promises of the worker carry
 * along. Here Node loads it once for a worker, and each file gets a new state and new listeners.
 */
export function frameworkFrom(file: string): unknown {
  framework ??= loadFramework(file);
  framework.startAnew();
  return framework.parts;
}

function loadFramework(file: string): NonNullable<typeof framework> {
  const known = Object.getOwnPropertySymbols(globalThis);
  const parts: unknown = load(file);
  const state = Object.getOwnPropertySymbols(globalThis).find(
    (symbol) => symbol.description === 'JEST_STATE_SYMBOL' && !known.includes(symbol),
  );
  if (!state) throw new Error(`${file} keeps its state elsewhere than in this version of jest`);
  const handlers = globals[HANDLERS] as unknown[];
  const own = handlers.length;
  // after the framework, whose listeners it then shares
  const circus = load('jest-circus') as Circus;
  return {
    parts,
    startAnew() {
      handlers.length = own;
      circus.resetState();
      globals[state] = circus.getState();
    },
  };
}
