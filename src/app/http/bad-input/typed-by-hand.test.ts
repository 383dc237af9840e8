import { v7 as uuid } from 'uuid';
import { type Attempt, mutationWorld } from '../../../testing/access/mutations/mutation-world.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { spoiled } from './testing/input-places.js';

let service: TestService;
let world: Readonly<Record<string, Attempt>>;

beforeAll(async () => {
  service = await startTestService();
  world = await mutationWorld(service);
});
afterAll(() => service.close());

/** Does the mutation with this value in its good input. */
async function typed(mutation: string, path: readonly string[], value: unknown, shown = '', key?: string) {
  const { as, input } = world[mutation]!;
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask(
    as,
    `mutation ($input: ${type}!) {
      done: ${mutation}(input: $input) { ${shown} errors { code path } warnings { code path message } committed } }`,
    spoiled({ input: { ...input, expectedVersion: undefined, idempotencyKey: key } }, path, value),
  );
  expect(errors).toBeUndefined();
  return data.done;
}

const PLACES_OF_TEXT: [string, string[]][] = [
  ['personUpdate', ['input', 'patch', 'note']],
  ['activityRecord', ['input', 'title']],
  ['oudernetwerkUpdate', ['input', 'patch', 'purpose']],
  ['organisationUpdate', ['input', 'patch', 'place']],
];

test.each(PLACES_OF_TEXT)(
  '%s, %j: a child’s birth date is stored, with a warning',
  async (mutation, path) => {
    const key = uuid();
    const warnings = [
      { code: 'CHILD_IN_TEXT', path, message: expect.stringContaining('wanneer een kind geboren is') },
    ];
    const child = 'Jasper, geb. 12-03-2018';
    expect(await typed(mutation, path, child, '', key)).toEqual({ errors: [], warnings, committed: true });
    // a repeat is warned too
    expect(await typed(mutation, path, child, '', key)).toEqual({ errors: [], warnings, committed: true });
    expect((await typed(mutation, path, 'Ouderavond 1-9-2026 19.30')).warnings).toEqual([]);
  },
);

test.each(PLACES_OF_TEXT)('%s, %j: a BSN is refused, without a warning', async (mutation, path) => {
  for (const bsn of [
    '111–222–333',
    '1112\u202f22\u202f333',
    '１１１／２２２／３３３',
    '111\u200b222\u2060333',
  ]) {
    expect(
      await unchanged(service.owner, () => typed(mutation, path, `Jasper, geb. 12-03-2018, ${bsn}`)),
    ).toEqual({ errors: [{ code: 'BSN_IN_TEXT', path }], warnings: [], committed: false });
  }
});
