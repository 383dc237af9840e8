import { startTestService } from '../../../testing/test-service.js';
import { expectInTurn } from '../testing/acts-at-once.js';
import { DepartureScene } from '../testing/departure-scene.js';

let scene: DepartureScene;

beforeAll(async () => {
  scene = await DepartureScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const PAIRS = [
  ['died', 'notLed'],
  ['died', 'ledLater'],
  ['died', 'noSeat'],
  ['stopped', 'seatLater'],
  ['stopped', 'noMember'],
  ['stopped', 'memberLater'],
  ['notLed', 'ledLater'],
  ['noSeat', 'seatLater'],
  ['noMember', 'memberLater'],
  ['stopped', 'died'],
] as const;

test.each(PAIRS)('%s and %s at once come out as one after the other', (one, other) =>
  expectInTurn(scene, one, other),
);
