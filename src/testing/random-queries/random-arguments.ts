import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Choices } from './choices.js';
import type { Another, RandomVariables } from './random-variables.js';

/** Values that exist in the database at hand. */
export interface Vocabulary {
  /** public ids by type name; some of them hidden from the viewer, some of nothing at all */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly days: readonly string[];
  readonly searches: readonly string[];
  /** by type name */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** cursors into a list of this type in this order (`cursorsOf`) */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
}

/** What a list is searched for; null if it is not, or for nothing that can be seen. */
export function searchedFor({ search }: Values): string | null {
  return typeof search === 'string' && search.trim() !== '' ? search : null;
}

/** The order of a list, to which a cursor belongs: `Person NAME DESC`, `Person SCORE iris`. */
export function orderName(type: string, args: Values): string {
  const search = searchedFor((args.filter ?? {}) as Values);
  const orderBy = args.orderBy as Values | null | undefined;
  if (!orderBy && type === 'Person' && search !== null) return `${type} SCORE ${search}`;
  if (type === 'Match') return `${type} ${String(args.seatId)}`;
  if (type === 'AuditEntry' || type === 'AccessEntry') {
    return `${type} ${String(args.subjectId ?? args.personId)}`;
  }
  if (!orderBy) return `${type} default`;
  return `${type} ${String(orderBy.field)} ${(orderBy.direction ?? 'ASC') as string}`;
}

type Values = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** The types that a `…Id` input names. */
const TARGETS: Readonly<Record<string, string>> = {
  regionId: 'Region',
  homeRegionId: 'Region',
  parentId: 'Region',
  municipalityId: 'Municipality',
  themeId: 'Theme',
  seatId: 'AdvisorySeat',
  bodyId: 'AdvisoryBody',
  subjectId: 'Person',
  personId: 'Person',
};

export class RandomArguments {
  readonly features = new Set<string>();

  constructor(
    private readonly choices: Choices,
    private readonly vocabulary: Vocabulary,
    private readonly variables: RandomVariables,
  ) {}

  /** `(first: 3, filter: {…})`, or nothing */
  of(field: Field): string {
    const values = this.valuesOf(field);
    const another: Another = (type, name) => this.another(type, name, field, values);
    const written = Object.entries(values).map(([name, value]) => {
      const type = field.args.find((argument) => argument.name === name)!.type;
      this.features.add(`${field.name}(${name}${value === null ? ': null' : ''})`);
      return `${name}: ${this.variables.write(type, name, value, another)}`;
    });
    for (const { name, type } of field.args) {
      if (name in values || isNonNullType(type) || !this.choices.chance(5)) continue;
      written.push(`${name}: ${this.variables.leftOut(type, name, another)}`);
    }
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  /** A value that leaves the cursors in these arguments valid. */
  private another(type: GraphQLInputType, name: string, field: Field, values: Values): unknown {
    const hasCursor = 'after' in values || 'before' in values;
    switch (name) {
      case 'first':
      case 'last':
        return name in values ? 1 + this.choices.below(6) : undefined;
      case 'after':
      case 'before': {
        const cursors = this.vocabulary.cursors.get(orderName(rowTypeOf(field), values)) ?? [];
        return name in values ? this.choices.of(cursors) : undefined;
      }
      case 'filter':
      case 'seatId':
      case 'subjectId':
      case 'personId':
      case 'search':
      case 'orderBy':
      case 'field':
      case 'direction':
        return hasCursor ? undefined : this.value(type, name, field);
      default:
        return this.value(type, name, field);
    }
  }

  private valuesOf(field: Field): Values {
    const values: Record<string, unknown> = {};
    for (const { name, type } of field.args) {
      if (['first', 'last', 'after', 'before'].includes(name)) continue;
      if (!isNonNullType(type) && !this.choices.chance(45)) continue;
      values[name] = !isNonNullType(type) && this.choices.chance(6) ? null : this.value(type, name, field);
    }
    return { ...values, ...this.page(field, values) };
  }

  private page(field: Field, values: Values): Values {
    const names = new Set(field.args.map((argument) => argument.name));
    if (!names.has('first')) return {};
    const page: Record<string, unknown> = {};
    const size = this.choices.chance(85) ? 1 + this.choices.below(6) : this.choices.of([7, 25, 100]);
    const way = names.has('last') && this.choices.chance(40) ? 'last' : 'first';
    // a whole page only now and then: most lists are short enough
    if (way === 'last' || this.choices.chance(80)) page[way] = size;
    const cursors = this.vocabulary.cursors.get(orderName(rowTypeOf(field), values)) ?? [];
    for (const side of ['after', 'before']) {
      if (!names.has(side) || cursors.length === 0 || !this.choices.chance(25)) continue;
      page[side] = this.choices.chance(4) ? null : this.choices.of(cursors);
    }
    return page;
  }

  private value(type: GraphQLInputType, name: string, field: Field): unknown {
    const bare = isNonNullType(type) ? type.ofType : type;
    if (isListType(bare)) {
      const items = Array.from({ length: this.choices.below(4) }, () => this.value(bare.ofType, name, field));
      return items;
    }
    if (isInputObjectType(bare)) return this.object(Object.values(bare.getFields()), bare.name, field);
    if (isEnumType(bare)) return this.choices.of(bare.getValues()).name;
    switch (getNamedType(type).name) {
      case 'Boolean':
        return this.choices.chance(50);
      case 'Int':
        return 1 + this.choices.below(10);
      case 'Date':
        return this.choices.of(this.vocabulary.days);
      case 'ID':
        return this.choices.of(this.ids(name, field));
      default:
        return name === 'code'
          ? this.choices.of(this.vocabulary.codes[rowTypeOf(field)] ?? [])
          : this.choices.of(this.vocabulary.searches);
    }
  }

  private object(fields: readonly GraphQLInputField[], type: string, field: Field): Values {
    const value: Record<string, unknown> = {};
    for (const { name, type: of, defaultValue } of fields) {
      const isNeeded = isNonNullType(of) && defaultValue === undefined;
      if (!isNeeded && !this.choices.chance(isNonNullType(of) ? 50 : 25)) continue;
      const isNull = !isNonNullType(of) && this.choices.chance(6);
      value[name] = isNull ? null : this.value(of, name, field);
      const chosen = type.endsWith('Order') && name === 'field' ? `=${String(value[name])}` : '';
      this.features.add(`${type}.${name}${chosen}`);
    }
    return value;
  }

  private ids(name: string, field: Field): readonly string[] {
    const type = TARGETS[name] ?? getNamedType(field.type).name;
    return this.vocabulary.ids[type] ?? [];
  }
}

/** The type that a field lists or returns. */
function rowTypeOf(field: Field): string {
  const type = getNamedType(field.type);
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  return getNamedType((nodes ?? field).type).name;
}
