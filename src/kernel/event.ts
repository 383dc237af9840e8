/**
 * The subject of an event, by its noun: `subjectType` is the name of its GraphQL type. Features add theirs in their
 * `*.events.ts`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- features fill it
export interface EventSubjects {}

/**
 * The details of each event, by its name: `<noun>.<past participle>`. Names of fields, ids, days and codes, never
 * personal values, because the audit log stores them. Features add theirs in their `*.events.ts`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- features fill it
export interface EventDetails {}

export type EventName = keyof EventDetails;

type NounOf<Name extends string> = Name extends `${infer Noun extends keyof EventSubjects}.${string}`
  ? Noun
  : never;

type AnyEvent = {
  readonly [Name in EventName]: Readonly<EventSubjects[NounOf<Name>]> & {
    readonly name: Name;
    readonly subjectId: string;
    readonly regionId: string | null;
    readonly details: Readonly<EventDetails[Name]>;
  };
}[EventName];

/** Something that happened inside a transaction: with one of these names, or any. */
export type DomainEvent<Name extends EventName = EventName> = Extract<AnyEvent, { readonly name: Name }>;

export type SubjectType = EventSubjects[keyof EventSubjects]['subjectType'];
