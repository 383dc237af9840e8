import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import type { TestService } from '../../../testing/test-service.js';

/** A work item with the fields that are tested here. */
export interface Item {
  readonly subject: { readonly __typename: string; readonly id: string };
  readonly band: string;
  readonly dueOn: string | null;
  readonly snoozedUntil: string | null;
  readonly reasons: readonly {
    readonly code: string;
    readonly severity: number;
    readonly suggestedAction: { readonly code: string; readonly subject: { readonly id: string } | null };
  }[];
}

const WORKLIST = `{ worklist(first: 100, snoozed: SNOOZED) { totalCount nodes { subject { __typename id } band dueOn
  snoozedUntil reasons { code severity suggestedAction { code subject { id } } } } } }`;

/** The worklist of an account, most urgent first. */
export async function worklistOf(service: TestService, subject: string, snoozed = false): Promise<Item[]> {
  const { data, errors } = await service.ask(subject, WORKLIST.replace('SNOOZED', String(snoozed)));
  expect(errors).toBeUndefined();
  expect(data.worklist.totalCount).toBe(data.worklist.nodes.length);
  return data.worklist.nodes;
}

/** `SEAT_VACANT 3 due 2026-12-31`, the only reason why something is on the list; `none` if it is not. */
export async function workFor(service: TestService, subject: string, id: string): Promise<string> {
  const item = (await worklistOf(service, subject)).find((each) => each.subject.id === id);
  if (!item) return 'none';
  const reasons = item.reasons.map(({ code, severity }) => `${code} ${severity}`);
  return `${reasons.join(' ')} due ${item.dueOn}`;
}

/** Runs it and returns its payload; fails if it is refused. */
export async function done(
  service: TestService,
  subject: string,
  mutation: string,
  input: object,
): Promise<void> {
  expect([mutation, await refusals(service, subject, mutation, input)]).toEqual([mutation, []]);
}

/** The codes it was refused with, including top-level errors; empty = it succeeded. */
export async function refusals(
  service: TestService,
  subject: string,
  mutation: string,
  input: object,
): Promise<string[]> {
  const { data, errors } = await service.ask(subject, attemptOf(mutation), { input });
  if (errors) return errors.map((error: { extensions: { code: string } }) => error.extensions.code);
  return data.done.errors.map(({ code }: { code: string }) => code);
}
