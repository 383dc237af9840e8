/* global WORKERS */
// the names of the built workers; esbuild writes them in
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(`/graphiql/${WORKERS[label] ?? WORKERS.editor}`),
};
