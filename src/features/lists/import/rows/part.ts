import type { Tx } from '../../../../db/transaction.js';
import type { PlainDate } from '../../../../kernel/clock.js';
import { failure } from '../../../../kernel/failure.js';
import type { UseCase, UseCaseResult } from '../../../../writes/use-case.js';
import type { ImportPartEntity } from '../import.entity.js';

/** One thing that recording a row made or changed. */
export type Part = Pick<ImportPartEntity, 'kind' | 'subjectId' | 'personId'> &
  Partial<Pick<ImportPartEntity, 'saidBefore' | 'saidAfter'>>;

/** What an input holds, made by no constructor. */
type Plain<Value> = Value extends PlainDate | readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Field in keyof Value]: Plain<Value[Field]> }
    : Value;

/** The use-case of a mutation, with its policy, its rules and its events. */
export async function does<Input, Result extends UseCaseResult>(
  tx: Tx,
  useCase: UseCase<Input, Result>,
  input: Plain<Input>,
): Promise<Result> {
  if (!useCase.policy(tx.viewer)) throw failure('FORBIDDEN');
  return useCase.run(tx, input as unknown as Input, { serviceUrl: '' });
}
