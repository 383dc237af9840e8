import { type ASTNode, type GraphQLError, Kind, parse, visit } from 'graphql';

const VALUES: ReadonlySet<string> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/**
 * Path of the offending value in the input, such as `input.period.from` or `ids[3]`; null if the error is about
 * something else.
 */
export function inputPath(error: GraphQLError): string | null {
  const node = error.nodes?.[0];
  if (node?.kind === Kind.VARIABLE_DEFINITION) return variablePath(error, node.variable.name.value);
  if (node && VALUES.has(node.kind)) return literalPath(node);
  return null;
}

/** graphql-js gives the path inside a variable only in its message: `… at "input.from"; <the inner message>`. */
function variablePath(error: GraphQLError, variable: string): string {
  const inner = error.originalError?.message ?? '';
  const outer = error.message.endsWith(`; ${inner}`)
    ? error.message.slice(0, -inner.length - 2)
    : error.message;
  return / at "([\w.[\]]+)"$/.exec(outer)?.[1] ?? variable;
}

/** Nodes do not know their parents: parse the document again and walk down to the location of the error. */
function literalPath(wanted: ASTNode): string | null {
  const source = wanted.loc?.source;
  if (!source) return null;
  const names: string[] = [];
  visit(parse(source), {
    enter(node, _key, parent, _path, ancestors) {
      if (names.length > 0 || node.kind !== wanted.kind || node.loc?.start !== wanted.loc?.start) return;
      names.push(...[...ancestors, ...(parent ? [parent] : [])].flatMap(nameOf));
    },
  });
  return names.length > 0 ? names.join('.') : null;
}

function nameOf(node: ASTNode | readonly ASTNode[]): string[] {
  if (!('kind' in node)) return [];
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
  return node.kind === Kind.VARIABLE_DEFINITION ? [node.variable.name.value] : [];
}
