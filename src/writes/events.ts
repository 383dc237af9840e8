import type { DomainEvent, EventName, SubjectType } from '../kernel/event.js';

/** The events with one of these names, in the order in which they happened. */
export function eventsOf<Name extends EventName>(
  events: readonly DomainEvent[],
  ...names: readonly Name[]
): DomainEvent<Name>[] {
  const wanted: ReadonlySet<string> = new Set(names);
  return events.filter((event): event is DomainEvent<Name> => wanted.has(event.name));
}

/** The fields that a patch gives, to be named in the event about the change. */
export function fieldsOf(patch: object): string[] {
  return Object.entries(patch).flatMap(([field, value]) => (value === undefined ? [] : [field]));
}

/** The part of an event that names its row, and the region of that row. */
export function about<Type extends SubjectType>(
  subjectType: Type,
  { id, regionId }: { readonly id: string; readonly regionId: string | null },
) {
  return { subjectType, subjectId: id, regionId };
}
