import type { GraphQLScalarType } from 'graphql';
import {
  type ClassType,
  Extensions,
  Field,
  ID,
  InterfaceType,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { describedEnum } from '../graphql/connections.js';
import type { FailureCode } from '../kernel/failure.js';
import { messageOutline } from '../kernel/failure-messages.js';
import { Catalogue } from '../kernel/messages.js';
import { en } from '../kernel/messages.en.js';
import { nl } from '../kernel/messages.nl.js';

@InterfaceType('UserError', { description: 'A problem with an input, reported to the caller.' })
export abstract class UserError {
  @Field({
    description:
      'Stable code; branch on this, not on the message. Whatever the mutation: each gives the same as `code`, an ' +
      'enum of its own.',
  })
  errorCode: string;

  @Field({ description: 'A sentence in the viewer’s language.' })
  message: string;

  @Field(() => [String], {
    description:
      'Path to the offending value, from the argument inward, for example `["input", "from"]`; empty if ' +
      'the error concerns the request as a whole.',
  })
  path: string[];
}

/** What a warning says. */
export const WARNINGS = new Catalogue({ nl: nl.warnings, en: en.warnings });
const WarningCode = describedEnum(
  'UserWarningCode',
  'Kinds of warning about an input.',
  WARNINGS.outlines('en'),
);

@ObjectType({ description: 'Something to think over in an input that was accepted.' })
class UserWarning {
  @Field(() => WarningCode, { description: 'Stable code; branch on this, not on the message.' })
  code: keyof typeof WarningCode;

  @Field({ description: 'A sentence in the viewer’s language.' })
  message: string;

  @Field(() => [String], {
    description: 'Path to the value, from the argument inward, for example `["input", "note"]`.',
  })
  path: string[];
}

/** Error codes of every mutation. */
const COMMON: readonly FailureCode[] = [
  'NOT_FOUND',
  'CORRECTED',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'BSN_IN_TEXT',
  'NOT_ONE_LINE',
  'UNSEEN_CHARACTER',
  'REQUIRED',
  'NO_LETTER',
  'TOO_LONG',
  'OUT_OF_RANGE',
  'DATE_OUT_OF_RANGE',
  'ENDS_BEFORE_START',
  'DUPLICATE_VALUE',
  'PERSON_ERASED',
];

export interface PayloadField {
  readonly type: () => ClassType | GraphQLScalarType | StringConstructor;
  readonly description: string;
}

/**
 * The payload of a mutation: its objects (null if refused), its errors, with an enum of their codes, and what is known
 * of it without reading. Objects are read by the read engine after commit.
 */
export function payloadType(
  mutation: string,
  fields: Readonly<Record<string, PayloadField>>,
  codes: readonly FailureCode[] = [],
): ClassType {
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const Code = errorCodes(`${name}ErrorCode`, `Error codes of \`${mutation}\`.`, [...COMMON, ...codes]);

  @ObjectType(`${name}UserError`, {
    implements: UserError,
    description: `An error of \`${mutation}\`.`,
  })
  class Problem extends UserError {
    @Field(() => Code, { description: 'Stable code; branch on this, not on the message.' })
    code: string;
  }

  @Extensions({ payload: true })
  @ObjectType(`${name}Payload`, { description: `Result of \`${mutation}\`.` })
  class Payload {
    @Field(() => [Problem], { description: 'Why nothing was changed; empty on success.' })
    errors: Problem[];

    @Field(() => [UserWarning], {
      description: 'What to think over in what was stored; empty if refused, or if there is nothing.',
    })
    warnings: UserWarning[];

    @Field({
      description:
        'Whether it took effect, now or at an earlier request with the same `idempotencyKey`. This is known also ' +
        'if the objects cannot be read now.',
    })
    committed: boolean;

    @Field(() => [ID], {
      description:
        'Ids of the objects of this payload, known also if they cannot be read now; empty if refused.',
    })
    ids: string[];
  }
  for (const [field, { type, description }] of Object.entries(fields)) {
    Field(type, { nullable: true, description: `${description} Null if refused.` })(Payload.prototype, field);
  }
  return Payload;
}

/** An enum of codes. What they say is asked for when the schema is built: features register their words by then. */
function errorCodes(name: string, description: string, codes: readonly FailureCode[]) {
  const described = (code: FailureCode) => ({
    get description() {
      return messageOutline(code);
    },
  });
  const members = Object.fromEntries(codes.map((code) => [code, code]));
  const valuesConfig = Object.fromEntries(codes.map((code) => [code, described(code)]));
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}
