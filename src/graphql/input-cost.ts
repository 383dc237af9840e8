import {
  getNamedType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
} from 'graphql';

/** The GraphQL extensions of an argument or input field. */
interface InputCostExtensions {
  /** added each time it is given */
  readonly cost?: number;
}

type Values = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

function declaredCost(declaring: { readonly extensions: InputCostExtensions }): number | undefined {
  return declaring.extensions.cost;
}

/** The declared cost of the given arguments, including input fields at any depth. */
export function inputsCost(field: Field, args: Values): number {
  return field.args.reduce(
    (sum, arg) => sum + inputCost(arg.type, args[arg.name], declaredCost(arg) ?? 0),
    0,
  );
}

function inputCost(type: GraphQLInputType, value: unknown, declared: number): number {
  if (value === null || value === undefined) return 0;
  const named = getNamedType(type);
  let cost = declared;
  if (!isInputObjectType(named)) return cost;
  for (const item of Array.isArray(value) ? value.flat() : [value]) {
    for (const inner of Object.values(named.getFields())) {
      cost += inputCost(inner.type, (item as Values | null)?.[inner.name], declaredCost(inner) ?? 0);
    }
  }
  return cost;
}

/** Whether an argument, or an input field anywhere below one, declares a cost. */
export function hasPricedInput(field: Field): boolean {
  const inputs: { type: GraphQLInputType; extensions: InputCostExtensions }[] = [...field.args];
  const seen = new Set<GraphQLNamedType>();
  for (const input of inputs) {
    if (declaredCost(input) !== undefined) return true;
    const type = getNamedType(input.type);
    if (!isInputObjectType(type) || seen.has(type)) continue;
    seen.add(type);
    inputs.push(...Object.values(type.getFields()));
  }
  return false;
}
