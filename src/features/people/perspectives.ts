import { failure } from '../../kernel/failure.js';
import type { PersonEntity } from './person.entity.js';
import type { Perspective } from './person.enums.js';

type Code = keyof typeof Perspective;

/** As what somebody takes part: as they say, which must be one of theirs; else as a parent, where they are one. */
export function perspectiveOf(
  { perspectives }: Pick<PersonEntity, 'perspectives'>,
  given: Code | null | undefined,
  path: readonly string[],
): string {
  if (given && !perspectives.includes(given)) throw failure('NOT_THEIR_PERSPECTIVE', path);
  return given ?? (perspectives.includes('OUDER') ? 'OUDER' : perspectives[0]!);
}
