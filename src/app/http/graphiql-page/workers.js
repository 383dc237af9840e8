/* global WORKERS */
// names of the built workers, filled in by esbuild
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(`/graphiql/${WORKERS[label] ?? WORKERS.editor}`),
};
