import { FEATURES } from '../features.js';
import { nodeId } from '../../kernel/node-id.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { DepartureScene } from '../../features/departures/testing/departure-scene.js';
import {
  CANARY,
  holdEverywhere,
  letCanariesIn,
  whereverItIs,
} from '../../features/rights/testing/held-everywhere.js';
import { placesOf } from '../../features/rights/erasure/erased-places.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const PROCESSED = FEATURES.flatMap(({ processed = [] }) => processed);

test('of somebody who is erased nothing stays: not in any column of any table', async () => {
  const scene = await DepartureScene.begin(service);
  const involved = await scene.involved();
  const { personId } = involved;
  await holdEverywhere(scene, involved);
  const filled = await letCanariesIn(service.urls.superuserUrl, personId, PROCESSED);
  await service.owner.query(
    `insert into undeliverable_addresses
     select sha256(convert_to(lower(email), 'UTF8')), 'X', now() from person_contacts where person_id = $1`,
    [personId],
  );
  // every table and column that an erasure empties held something, if it can hold a text
  const erased = placesOf(FEATURES, 'ERASED');
  expect(erased.length).toBeGreaterThan(20);
  expect((await whereverItIs(service.owner, CANARY)).length).toBeGreaterThan(20);
  expect(filled).toEqual(
    expect.arrayContaining([
      'person_details.family_name',
      'person_notes.note',
      'seat_invitations.message',
      'mails.params',
      'kept_rows.was',
      'import_rows.cells',
    ]),
  );

  const { personErase } = await scene.ask(
    `mutation($input: PersonEraseInput!) { personErase(input: $input) { person { erasedOn displayName } errors { code } } }`,
    { input: { personId: nodeId('Person', personId), reason: 'ASKED' } },
  );
  expect(personErase).toEqual({
    person: { erasedOn: '2026-11-25', displayName: expect.stringContaining('Persoon') },
    errors: [],
  });
  expect(await whereverItIs(service.owner, CANARY)).toEqual([]);
  for (const place of erased.filter((place) => !place.includes('.') && place !== 'accounts')) {
    const { rows } = await service.owner.query<{ way: string }>('select way_to_person($1) as way', [place]);
    const left = await service.owner.query(
      `select from ${place} r where ${rows[0]!.way.replaceAll('$1', `'${personId}'::uuid`)}`,
    );
    expect([place, left.rowCount]).toEqual([place, 0]);
  }
  const { rows } = await service.owner.query(`select from undeliverable_addresses`);
  expect(rows).toEqual([]);
});
