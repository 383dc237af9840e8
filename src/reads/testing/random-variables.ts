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
  /** as JSON; undefined: the request leaves it out */
  readonly given: string | undefined;
  /** what it stands for, as JSON */
  readonly meant: string;
}

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
    const given = this.variables.filter((variable) => variable.given !== undefined);
    return Object.fromEntries(given.map((variable) => [variable.name, JSON.parse(variable.given!)]));
  }

  /** `value` as it may stand where `type` is wanted; undefined: the default of a variable that has none. */
  write(type: GraphQLInputType, value: unknown): string {
    if (this.choices.chance(35)) return `$${this.variable(type, value)}`;
    return this.literal(type, value);
  }

  private literal(type: GraphQLInputType, value: unknown): string {
    const bare = isNonNullType(type) ? type.ofType : type;
    if (value === null) return 'null';
    if (isListType(bare)) {
      const listed = value as unknown[];
      if (listed.length === 1 && this.choices.chance(40)) {
        this.features.add('one item for a list');
        return this.plain(bare.ofType, listed[0]);
      }
      const items = listed.map((item) => this.part(bare.ofType, item, 'item of a list'));
      return `[${items.join(', ')}]`;
    }
    if (isInputObjectType(bare)) {
      const fields = Object.entries(value as object).map(
        ([name, part]) =>
          `${name}: ${this.part(bare.getFields()[name]!.type, part, 'field of an input object')}`,
      );
      return `{${fields.join(', ')}}`;
    }
    return isEnumType(bare) ? (value as string) : JSON.stringify(value);
  }

  private part(type: GraphQLInputType, value: unknown, what: string): string {
    if (!this.choices.chance(25)) return this.literal(type, value);
    this.features.add(`variable as ${what}`);
    return `$${this.variable(type, value)}`;
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

  private variable(type: GraphQLInputType, value: unknown): string {
    const strict = isNonNullType(type) || (value !== null && this.choices.chance(20));
    const declared = strict && !isNonNullType(type) ? new GraphQLNonNull(type) : type;
    const meant = JSON.stringify(value);
    const same = this.variables.filter((each) => each.type === String(declared) && each.meant === meant);
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
    });
    return name;
  }

  /** A variable of a nullable type that is left out of the request. */
  leftOut(type: GraphQLInputType): string {
    const name = `v${this.variables.length + 1}`;
    this.features.add('variable left out');
    this.variables.push({
      name,
      declaration: `$${name}: ${String(type)}`,
      type: String(type),
      given: undefined,
      meant: 'nothing',
    });
    return `$${name}`;
  }
}
