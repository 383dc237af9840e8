import {
  getNamedType,
  GraphQLBoolean,
  GraphQLNonNull,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { Choices } from './choices.js';
import { RandomArguments, type Vocabulary } from './random-arguments.js';
import { RandomVariables } from './random-variables.js';
import { isAsked, isComposite, overlaps, Scope, type Composite, type Named } from '../oracle/scope.js';

export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** of a second request with the same document */
  readonly otherVariables: Readonly<Record<string, unknown>>;
  /** the features of GraphQL and of the schema that it uses */
  readonly features: ReadonlySet<string>;
}

type Field = GraphQLField<unknown, unknown>;

interface Fragment {
  readonly name: string;
  readonly type: Composite;
  readonly names: ReadonlyMap<string, Named>;
}

const INTROSPECTION = [
  '__schema { queryType { name } mutationType { name fields { name } } }',
  '__type(name: "Person") { __typename kind name description fields { name type { kind name ofType { name } } } }',
  '__type(name: "OudernetwerkOrder") { inputFields { name defaultValue } }',
  '__type(name: "Nobody") { name }',
];
const DEEPEST = 7;
const MOST_FIELDS = 60;

/** A random valid query: the shorter the list of numbers and the smaller they are, the simpler. */
export function randomQuery(
  schema: GraphQLSchema,
  vocabulary: Vocabulary,
  numbers: readonly number[],
): RandomQuery {
  return new Writer(schema, vocabulary, new Choices(numbers)).write();
}

class Writer {
  private readonly features = new Set<string>();
  private readonly variables: RandomVariables;
  private readonly args: RandomArguments;
  private readonly fragments: Fragment[] = [];
  private readonly definitions: string[] = [];
  private aliases = 0;
  private fields = 0;
  /** inside an answer that may be of several types */
  private inInterface = false;

  constructor(
    private readonly schema: GraphQLSchema,
    vocabulary: Vocabulary,
    private readonly choices: Choices,
  ) {
    this.variables = new RandomVariables(choices);
    this.args = new RandomArguments(choices, vocabulary, this.variables);
  }

  write(): RandomQuery {
    const selection = this.selection(this.schema.getQueryType()!, 0, new Scope());
    const head = this.variables.declarations();
    const name = head || this.choices.chance(50) ? `query Random${head} ` : '';
    return {
      query: [`${name}${selection}`, ...this.definitions].join('\n'),
      variables: this.variables.given(),
      otherVariables: this.variables.otherGiven(),
      features: new Set([...this.features, ...this.args.features, ...this.variables.features]),
    };
  }

  private selection(type: Composite, depth: number, scope: Scope): string {
    const most = depth === 0 ? 3 : 5;
    const parts = Array.from({ length: 1 + this.choices.below(most) }, () => this.part(type, depth, scope));
    return `{ ${parts.join(' ')} }`;
  }

  private part(type: Composite, depth: number, scope: Scope): string {
    const kind = this.choices.below(20);
    if (kind >= 18) return this.spread(type, depth, scope);
    if (kind >= 16) return this.inlineFragment(type, depth, scope);
    if (kind === 15) return this.typename();
    if (kind === 14) return this.again(depth, scope) ?? this.typename();
    if (kind === 13 && type === this.schema.getQueryType()) return this.introspection();
    return this.field(type, depth, scope);
  }

  private field(type: Composite, depth: number, scope: Scope): string {
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        isAsked(type.name, field) && (isLeafType(getNamedType(field.type)) || this.mayGoBelow(depth)),
    );
    if (fields.length === 0) return this.typename();
    const field = this.choices.of(fields);
    this.fields++;
    this.features.add(`${type.name}.${field.name}`);
    const args = this.args.of(field);
    const wantsAlias = this.choices.chance(15) || scope.has(field.name) || this.isShared(type, field);
    const key = wantsAlias ? `a${++this.aliases}` : field.name;
    if (wantsAlias) this.features.add('alias');
    const head = `${wantsAlias ? `${key}: ` : ''}${field.name}${args}`;
    const below = new Scope();
    const named = { head, field, below };
    scope.direct.push(named);
    scope.add(new Map([[key, named]]));
    return `${head}${this.directive()}${this.below(field, depth, below)}`;
  }

  /** In an answer that may be of several types, one name must not mean different things. */
  private isShared(type: Composite, field: Field): boolean {
    return field.name !== 'id' && this.inInterface && isObjectType(type);
  }

  private below(field: Field, depth: number, scope: Scope): string {
    const target = getNamedType(field.type);
    if (!isComposite(target)) return '';
    const outside = this.inInterface;
    this.inInterface = isInterfaceType(target);
    const selection = this.selection(target, depth + 1, scope);
    this.inInterface = outside;
    return ` ${selection}`;
  }

  /** The same field once more, with another selection: both are merged. */
  private again(depth: number, scope: Scope): string | undefined {
    if (scope.direct.length === 0) return undefined;
    const { head, field, below } = this.choices.of(scope.direct);
    if (isComposite(getNamedType(field.type)) && !this.mayGoBelow(depth)) return undefined;
    this.features.add('merged fields');
    return `${head}${this.directive()}${this.below(field, depth, below)}`;
  }

  private typename(): string {
    this.features.add('__typename');
    const key = this.choices.chance(30) ? `a${++this.aliases}: ` : '';
    return `${key}__typename${this.directive()}`;
  }

  private introspection(): string {
    this.features.add('introspection');
    return `a${++this.aliases}: ${this.choices.of(INTROSPECTION)}`;
  }

  private inlineFragment(type: Composite, depth: number, scope: Scope): string {
    if (depth > DEEPEST) return this.typename();
    const on = this.choices.chance(25) ? null : this.narrower(type);
    this.features.add(on ? `... on ${on.name}` : '... without a type');
    return `...${on ? ` on ${on.name}` : ''}${this.directive()} ${this.selection(on ?? type, depth + 1, new Scope(scope))}`;
  }

  private spread(type: Composite, depth: number, scope: Scope): string {
    if (depth > DEEPEST) return this.typename();
    const known = this.inInterface
      ? []
      : this.fragments.filter(
          (fragment) =>
            (fragment.type === type || isInterfaceType(fragment.type)) &&
            overlaps(this.schema, fragment.type, type) &&
            ![...fragment.names.keys()].some((key) => scope.has(key)),
        );
    if (known.length > 0 && this.choices.chance(60)) {
      this.features.add('fragment spread twice');
      const fragment = this.choices.of(known);
      scope.add(fragment.names);
      return `...${fragment.name}${this.directive()}`;
    }
    return this.newFragment(this.narrower(type), depth, scope);
  }

  private newFragment(on: Composite, depth: number, scope: Scope): string {
    const name = `F${this.definitions.push('')}`;
    const place = this.definitions.length - 1;
    const inner = new Scope(scope);
    const selection = this.selection(on, depth + 1, inner);
    this.definitions[place] = `fragment ${name} on ${on.name} ${selection}`;
    this.features.add('fragment');
    if (!this.inInterface) this.fragments.push({ name, type: on, names: inner.names });
    return `...${name}${this.directive()}`;
  }

  /** A type that an object of `type` may be of: itself, its interface, or one of several. */
  private narrower(type: Composite): Composite {
    if (isInterfaceType(type)) return this.choices.of([...this.schema.getPossibleTypes(type), type]);
    return this.choices.of([type, ...type.getInterfaces()]);
  }

  private directive(): string {
    if (!this.choices.chance(12)) return '';
    const name = this.choices.of(['include', 'skip']);
    const isKept = this.choices.chance(70);
    this.features.add(`@${name}: ${isKept ? 'kept' : 'left out'}`);
    const condition = (name === 'include') === isKept;
    const type = new GraphQLNonNull(GraphQLBoolean);
    return ` @${name}(if: ${this.variables.write(type, 'if', condition, () => !condition)})`;
  }

  private mayGoBelow(depth: number): boolean {
    return depth < DEEPEST && this.fields < MOST_FIELDS;
  }
}
