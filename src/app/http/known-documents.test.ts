import { parse } from 'graphql';
import { KnownDocuments } from './known-documents.js';
import { ask, startToyServer } from './testing/toy-server.js';

/** Of seven tokens: the beginning and the end of the text count as well. */
const ABC = parse('{ a b c }');
const SEVEN = 7;

test('as many are kept as their tokens allow, and the one that was asked for the longest time ago goes', async () => {
  const documents = new KnownDocuments(3 * SEVEN);
  for (const key of ['a', 'b', 'c']) await documents.set(key, ABC);
  await documents.get('a');
  await documents.set('d', ABC);
  const kept = await Promise.all(['a', 'b', 'c', 'd'].map((key) => documents.get(key)));
  expect(kept).toEqual([ABC, undefined, ABC, ABC]);
});

test('a document that comes again counts once', async () => {
  const documents = new KnownDocuments(2 * SEVEN);
  await documents.set('a', ABC);
  for (let times = 0; times < 5; times++) await documents.set('b', ABC);
  expect(await documents.get('a')).toBe(ABC);
});

test('a document that is longer than all may be is not kept, and takes nothing away for long', async () => {
  const documents = new KnownDocuments(SEVEN - 1);
  await documents.set('a', ABC);
  expect(await documents.get('a')).toBeUndefined();
  const short = parse('{ a }');
  await documents.set('b', short);
  expect(await documents.get('b')).toBe(short);
});

test('what the server read once, it knows the next time', async () => {
  const set = jest.spyOn(KnownDocuments.prototype, 'set');
  const server = await startToyServer();
  try {
    for (let times = 0; times < 3; times++) {
      expect((await ask(server, '{ hello }')).body).toEqual({ data: { hello: 'hello' } });
    }
    expect(set).toHaveBeenCalledTimes(1);
  } finally {
    await server.close();
  }
});
