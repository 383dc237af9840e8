export interface SqlFile {
  readonly name: string;
  readonly text: string;
}

interface Fragment {
  readonly parameters: readonly string[];
  readonly text: string;
}

/** `-- fragment name(parameter, …)`, and all lines below it up to an empty one. */
const DEFINITION = /^-- fragment (\w+)(?:\(([\w, ]+)\))?\n((?:.*\S.*(?:\n|$))+)/gm;
/** An argument may be a fragment without arguments, or an element of an array. */
const USE = /\{\{(\w+)(?:\(((?:[\w.,$ [\]]|\{\{\w+\}\})+)\))?\}\}/g;

/**
 * The files with each `{{name}}` or `{{name(argument)}}` replaced by the fragment of that name, from any of the
 * files. A fragment that is missing, defined twice, or unused is an error.
 */
export function expandFragments(files: readonly SqlFile[]): SqlFile[] {
  const fragments = new Map<string, Fragment>();
  for (const file of files) {
    for (const [, name = '', parameters, text = ''] of file.text.matchAll(DEFINITION)) {
      if (fragments.has(name)) throw new Error(`${file.name}: fragment ${name} is defined twice`);
      fragments.set(name, { parameters: listed(parameters), text: text.trimEnd() });
    }
  }
  const used = new Set<string>();

  const expand = (text: string, given: ReadonlyMap<string, string>, within: readonly string[]): string =>
    text.replaceAll(USE, (_use, name: string, list?: string) => {
      const argument = given.get(name);
      if (argument !== undefined) return argument;
      const fragment = fragments.get(name);
      const values = listed(list).map((value) => expand(value, given, within));
      const place = within.join(' > ');
      if (!fragment) throw new Error(`${place}: there is no fragment ${name}`);
      if (within.includes(name)) throw new Error(`${place}: fragment ${name} is within itself`);
      if (values.length !== fragment.parameters.length)
        throw new Error(`${place}: fragment ${name} takes ${fragment.parameters.length} arguments`);
      used.add(name);
      const known = new Map(fragment.parameters.map((parameter, index) => [parameter, values[index]!]));
      return expand(fragment.text, known, [...within, name]);
    });

  const expanded = files.map(({ name, text }) => ({
    name,
    text: expand(text.replaceAll(DEFINITION, ''), new Map(), [name]),
  }));
  for (const { name, text } of expanded) {
    const [left] = /.*(\{\{|\}\}).*/.exec(text) ?? [];
    if (left) throw new Error(`${name}: not a fragment: ${left.trim()}`);
  }
  const unused = [...fragments.keys()].filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`fragments that nothing uses: ${unused.join(', ')}`);
  return expanded;
}

function listed(names: string | undefined): string[] {
  return names?.split(',').map((name) => name.trim()) ?? [];
}
