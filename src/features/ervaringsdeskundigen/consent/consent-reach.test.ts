import { Checks } from '../../../kernel/checks.js';
import type { Failure } from '../../../kernel/failure.js';
import { checkReach } from './consent-reach.js';

/** The code with which it is refused that somebody else records it; `ok` if it is not. */
function recorded(scopes: string[], channel: string, ownWords: string[] | null): string {
  const checks = new Checks();
  checkReach(checks, { scopes, channel }, ownWords);
  try {
    checks.done();
    return 'ok';
  } catch (error) {
    return (error as Failure).problems[0]!.code;
  }
}

test.each([
  // the person never said anything themselves
  [['REGION'], 'PHONE', null, 'ok'],
  [['REGION_AND_AGREEMENTS'], 'PHONE', null, 'ON_PAPER_ONLY'],
  [['REGION_AND_AGREEMENTS'], 'PAPER', null, 'ok'],
  [['COUNTRY'], 'IN_PERSON', null, 'ON_PAPER_ONLY'],
  [['REGION', 'COUNTRY'], 'PAPER', null, 'ok'],
  [['REGION', 'PARTNER_APPS'], 'PHONE', null, 'ON_PAPER_ONLY'],
  // they took it back
  [['REGION'], 'PAPER', [], 'WIDER_THAN_GIVEN'],
  [['COUNTRY', 'PARTNER_APPS'], 'PAPER', [], 'WIDER_THAN_GIVEN'],
  // they gave it
  [['REGION'], 'PHONE', ['REGION'], 'ok'],
  [['REGION_AND_AGREEMENTS'], 'PAPER', ['REGION'], 'WIDER_THAN_GIVEN'],
  [['COUNTRY'], 'PAPER', ['REGION_AND_AGREEMENTS'], 'WIDER_THAN_GIVEN'],
  [['REGION_AND_AGREEMENTS'], 'PAPER', ['COUNTRY'], 'ok'],
  [['COUNTRY', 'PARTNER_APPS'], 'PAPER', ['COUNTRY'], 'WIDER_THAN_GIVEN'],
  [['REGION'], 'PHONE', ['COUNTRY', 'PARTNER_APPS'], 'ok'],
])('%j by %s, after their own %j: %s', (scopes, channel, ownWords, expected) => {
  expect(recorded(scopes, channel, ownWords)).toBe(expected);
});
