import { Kind, parse, visit, type DocumentNode } from 'graphql';

/** Selects 2^levels friends of a person once its fragments are expanded. */
export function fragmentBomb(levels: number): DocumentNode {
  const doubling = Array.from({ length: levels }, (_, level) => {
    const next = `friend { ...f${level + 1} }`;
    return `fragment f${level} on Person { a: ${next} b: ${next} }`;
  });
  return parse(`{ person { ...f0 } } ${doubling.join(' ')} fragment f${levels} on Person { name }`);
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
