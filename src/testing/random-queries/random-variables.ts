import {
  GraphQLNonNull,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import type { Choices } from './choices.js';

interface Variable {
  readonly name: string;
  readonly declaration: string;
  readonly type: string;
  /** as JSON; undefined if the request omits it */
  readonly given: string | undefined;
  /** the value it stands for, as JSON */
  readonly meant: string;
  /** the value in a second request with the same document */
  readonly other?: string;
}

/** Another value for the same place; undefined if only the first one is valid. */
export type Another = (type: GraphQLInputType, name: string) => unknown;

/** Writes argument values into a document: as literals, as variables, or as literals with variables inside. */
export class RandomVariables {
  readonly features = new Set<string>();
  private readonly variables: Variable[] = [];

  constructor(private readonly choices: Choices) {}

  /** `($v1: Int = 3, …)`, or nothing */
  declarations(): string {
    const all = this.variables.map((variable) => variable.declaration);
    return all.length > 0 ? `(${all.join(', ')})` : '';
  }

  given(): Record<string, unknown> {
    return asRecord(this.variables.map(({ name, given }) => [name, given]));
  }

  /** The same variables with other values. */
  otherGiven(): Record<string, unknown> {
    return asRecord(this.variables.map(({ name, given, other }) => [name, other ?? given]));
  }

  /** `value` as it may be written where `type` is expected. */
  write(type: GraphQLInputType, name: string, value: unknown, another: Another): string {
    if (this.choices.chance(35)) return `$${this.variable(type, name, value, another)}`;
    return this.literal(type, name, value, another);
  }

  private literal(type: GraphQLInputType, name: string, value: unknown, another: Another): string {
    const bare = isNonNullType(type) ? type.ofType : type;
    if (value === null) return 'null';
    if (isListType(bare)) {
      const listed = value as unknown[];
      if (listed.length === 1 && this.choices.chance(40)) {
        this.features.add('one item for a list');
        return this.plain(bare.ofType, listed[0]);
      }
      const items = listed.map((item) => this.part(bare.ofType, name, item, another));
      return `[${items.join(', ')}]`;
    }
    if (isInputObjectType(bare)) {
      const fields = Object.entries(value as object).map(
        ([field, part]) => `${field}: ${this.part(bare.getFields()[field]!.type, field, part, another)}`,
      );
      return `{${fields.join(', ')}}`;
    }
    return isEnumType(bare) ? (value as string) : JSON.stringify(value);
  }

  private part(type: GraphQLInputType, name: string, value: unknown, another: Another): string {
    if (!this.choices.chance(25)) return this.literal(type, name, value, another);
    this.features.add('variable within a literal');
    return `$${this.variable(type, name, value, another)}`;
  }

  /** a literal without variables */
  private plain(type: GraphQLInputType, value: unknown): string {
    const bare = isNonNullType(type) ? type.ofType : type;
    if (value === null) return 'null';
    if (isListType(bare)) {
      return `[${(value as unknown[]).map((item) => this.plain(bare.ofType, item)).join(', ')}]`;
    }
    if (isInputObjectType(bare)) {
      const fields = Object.entries(value as object).map(
        ([name, part]) => `${name}: ${this.plain(bare.getFields()[name]!.type, part)}`,
      );
      return `{${fields.join(', ')}}`;
    }
    return isEnumType(bare) ? (value as string) : JSON.stringify(value);
  }

  private variable(type: GraphQLInputType, argument: string, value: unknown, another: Another): string {
    const strict = isNonNullType(type) || (value !== null && this.choices.chance(20));
    const declared = strict && !isNonNullType(type) ? new GraphQLNonNull(type) : type;
    const meant = JSON.stringify(value);
    const same = this.variables.filter(
      (each) => each.type === String(declared) && each.meant === meant && each.other === undefined,
    );
    if (same.length > 0 && this.choices.chance(50)) {
      this.features.add('variable used twice');
      return this.choices.of(same).name;
    }
    const name = `v${this.variables.length + 1}`;
    const head = `$${name}: ${String(declared)}`;
    const hasDefault = value !== null && this.choices.chance(30);
    const isOmitted = hasDefault && this.choices.chance(60);
    this.features.add(isOmitted ? 'variable by its default' : 'variable');
    this.variables.push({
      name,
      declaration: hasDefault ? `${head} = ${this.plain(type, value)}` : head,
      type: String(declared),
      given: isOmitted ? undefined : meant,
      meant,
      other: this.other(declared, argument, another),
    });
    return name;
  }

  private other(type: GraphQLInputType, argument: string, another: Another): string | undefined {
    if (!this.choices.chance(60)) return undefined;
    const value = another(type, argument);
    if (value !== undefined) this.features.add('variable with another value');
    return JSON.stringify(value);
  }

  /** A variable of a nullable type that the request omits. */
  leftOut(type: GraphQLInputType, argument: string, another: Another): string {
    const name = `v${this.variables.length + 1}`;
    this.features.add('variable left out');
    this.variables.push({
      name,
      declaration: `$${name}: ${String(type)}`,
      type: String(type),
      given: undefined,
      meant: 'nothing',
      other: this.other(type, argument, another),
    });
    return `$${name}`;
  }
}

function asRecord(variables: readonly (readonly [name: string, json: string | undefined])[]) {
  const given = variables.filter(([, json]) => json !== undefined);
  return Object.fromEntries(given.map(([name, json]) => [name, JSON.parse(json!) as unknown]));
}
