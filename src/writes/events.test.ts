import type { DomainEvent } from '../kernel/event.js';
import { about, eventsOf } from './events.js';

const inRegion = (id: string) => ({ id, regionId: 'region' });
const trekkerschap = { ...about('Trekkerschap', inRegion('first')), oudernetwerkId: 'network' };
const ended: DomainEvent = {
  name: 'trekkerschap.ended',
  ...trekkerschap,
  details: { period: '[2026-01-01,2026-12-01)', reason: 'MOVED' },
};
const updated: DomainEvent = {
  name: 'person.updated',
  ...about('Person', inRegion('person')),
  details: { fields: ['name'] },
};
const continued: DomainEvent = {
  name: 'trekkerschap.continued',
  ...trekkerschap,
  details: { period: '[2026-01-01,)' },
};
const happened = [ended, updated, continued];

test('gives the events that were asked for, as they happened', () => {
  expect(eventsOf(happened, 'trekkerschap.continued', 'trekkerschap.ended')).toEqual([ended, continued]);
  expect(eventsOf(happened, 'person.created')).toEqual([]);
  const reasons: string[] = eventsOf(happened, 'trekkerschap.ended').map(({ details }) => details.reason);
  expect(reasons).toEqual(['MOVED']);
});

test('what is not declared does not compile', () => {
  // @ts-expect-error no such event
  expect(eventsOf(happened, 'trekkerschap.finished')).toEqual([]);
  const wrong: DomainEvent[] = [
    // @ts-expect-error no such event
    { name: 'trekkerschap.finished', ...trekkerschap, details: {} },
    // @ts-expect-error it is about something else
    { name: 'person.updated', ...about('Theme', inRegion('theme')), details: { fields: [] } },
    // @ts-expect-error it must say which network
    { name: 'trekkerschap.continued', ...about('Trekkerschap', inRegion('one')), details: { period: '' } },
    // @ts-expect-error it must say why
    { name: 'trekkerschap.ended', ...trekkerschap, details: { period: '' } },
    // @ts-expect-error nothing else is told
    { name: 'person.updated', ...about('Person', inRegion('one')), details: { fields: [], name: 'Sanne' } },
  ];
  expect(eventsOf(wrong, 'person.updated', 'trekkerschap.ended')).toHaveLength(3);
});
