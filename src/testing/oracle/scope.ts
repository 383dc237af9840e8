import {
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** Refused as a whole for most people, days or years, or made of other lists. They have their own tests. */
const NOT_ASKED: readonly string[] = [
  'Query.departureImpact',
  'Query.personErasure',
  'AdvisoryBody.retirementSchedule',
  'Query.search',
  'Query.duplicates',
  'Query.personMergePreview',
];

/** Whether random queries select a field. */
export function isAsked(type: string, field: GraphQLField<unknown, unknown>): boolean {
  return !NOT_ASKED.includes(`${type}.${field.name}`);
}

export interface Named {
  readonly head: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly below: Scope;
}

/** The names in one object of the answer; the same name again must mean the same. */
export class Scope {
  /** selected directly here */
  readonly direct: Named[] = [];
  /** selected here or in a fragment within */
  readonly names = new Map<string, Named>();

  /** `around`: the selection that contains a fragment */
  constructor(private readonly around?: Scope) {}

  has(key: string): boolean {
    return this.names.has(key) || (this.around?.has(key) ?? false);
  }

  add(names: ReadonlyMap<string, Named>): void {
    for (const [key, named] of names) this.names.set(key, named);
    this.around?.add(names);
  }
}

export function isComposite(type: GraphQLNamedType): type is Composite {
  return isObjectType(type) || isInterfaceType(type);
}

/** Whether a fragment on one may be spread in the other. */
export function overlaps(schema: GraphQLSchema, one: Composite, other: Composite): boolean {
  return one === other || (isInterfaceType(one) && schema.isSubType(one, other));
}
