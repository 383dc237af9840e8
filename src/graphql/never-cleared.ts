import type { GraphQLField } from 'graphql';
import { Extensions, Field } from 'type-graphql';
import type { Problem } from '../kernel/failure.js';
import { givenIn } from './given-values.js';

/**
 * Property decorator: a field of a patch that is kept where it is left out, and cannot be cleared. Null is refused before
 * the use-case runs, which therefore never meets it. Declared in each input: extensions are not inherited.
 */
export function NeverCleared(type: () => object, description: string, more = ''): PropertyDecorator {
  return (prototype, name) => {
    Extensions({ cleared: 'never' })(prototype, name as string);
    Field(type, {
      nullable: true,
      description: `${description}; cannot be cleared.${more && ` ${more}`}`,
    })(prototype, name as string);
  };
}

/** Fields in a mutation's coerced arguments that null would clear, though they cannot be. */
export function clearedInVain(
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): Problem[] {
  return givenIn(field, args)
    .filter(({ value, own }) => value === null && own['cleared'] === 'never')
    .map(({ path }) => ({ code: 'REQUIRED', path, params: {} }));
}
