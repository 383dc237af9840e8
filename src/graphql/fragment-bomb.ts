import { Kind, parse, visit, type DocumentNode } from 'graphql';

/** A test document that selects 2^levels times once its fragments are expanded. `field` must give its own parent type. */
export function fragmentBomb(levels: number, type: string, field: string, leaf: string): DocumentNode {
  const doubling = Array.from(
    { length: levels },
    (_, level) =>
      `fragment f${level} on ${type} { a: ${field} { ...f${level + 1} } b: ${field} { ...f${level + 1} } }`,
  );
  return parse(`{ ${field} { ...f0 } } ${doubling.join('\n')} fragment f${levels} on ${type} { ${leaf} }`);
}

/** The same document, with a counter of how often code enters one of its selection sets. */
export function counted(document: DocumentNode): { document: DocumentNode; entered: () => number } {
  let count = 0;
  const counting = visit(document, {
    [Kind.SELECTION_SET]: {
      leave: (node) => ({
        kind: Kind.SELECTION_SET,
        get selections() {
          count += 1;
          return node.selections;
        },
      }),
    },
  });
  count = 0;
  return { document: counting, entered: () => count };
}
