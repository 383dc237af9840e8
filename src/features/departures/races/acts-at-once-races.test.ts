import { startTestService } from '../../../testing/test-service.js';
import { expectInTurn } from '../testing/acts-at-once.js';
import { DepartureScene } from '../testing/departure-scene.js';

let scene: DepartureScene;

beforeAll(async () => {
  scene = await DepartureScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const PAIRS = [
  ['ledLater', 'ledEvenLater'],
  ['notLed', 'notLed'],
  ['seatLater', 'seatEvenLater'],
  ['noSeat', 'noSeat'],
  ['memberLater', 'memberEvenLater'],
  ['noMember', 'noMember'],
  ['away', 'ledNoMore'],
  ['away', 'notLed'],
  ['away', 'ledLater'],
  ['away', 'died'],
  ['awayFromSeat', 'noSeat'],
  ['awayFromSeat', 'stopped'],
  ['merged', 'died'],
  ['merged', 'ledLater'],
  ['merged', 'notLed'],
  ['merged', 'memberLater'],
  ['closed', 'stopped'],
  ['closed', 'ledLater'],
] as const;

test.each(PAIRS)('%s and %s at once come out as one after the other', (one, other) =>
  expectInTurn(scene, one, other),
);
