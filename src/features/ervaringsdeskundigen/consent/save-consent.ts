import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { coordinatorsAndParents } from '../../access/policies.js';
import { currentText } from './consent-text.js';
import { checkReach } from './consent-reach.js';
import type { FindableConsentGiveInput, FindableConsentWithdrawInput } from './consent.inputs.js';
import type { ConsentEntity, ErvaringsdeskundigeEntity } from '../ervaringsdeskundige.entity.js';
import { addEntry, checkedChannel, type Entry, newestEntry } from './ledger.js';
import { lockKept, lockLiving } from '../lock-profile.js';

type Answer = { ervaringsdeskundige: string; consent: string };

/** The person themselves, or a coordinator of their home region to whom they said so. */
export const giveFindableConsent: UseCase<FindableConsentGiveInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const profile = await lockLiving(tx, input);
    const { scopes, textVersion } = input;
    const until = input.until ?? tx.today.add({ years: 2 });
    const checks = new Checks();
    checks.list(scopes, ['input', 'scopes']);
    if (!scopes.some((scope) => scope !== 'PARTNER_APPS')) checks.refuse('PLACE_NEEDED', ['input', 'scopes']);
    checks.day(until, ['input', 'until'], tx.today, tx.today.add({ years: 5 }));
    const current = currentText(scopes);
    if (!current) checks.refuse('ONE_PLACE', ['input', 'scopes']);
    else if (textVersion !== current.version) {
      checks.refuse('OTHER_CONSENT_TEXT', ['input', 'textVersion'], { version: current.version });
    }
    const channel = checkedChannel(checks, tx, profile.personId, input.channel);
    if (channel !== 'ONLINE') checkReach(checks, { scopes, channel }, await ownWords(tx, profile));
    checks.done();
    const language = input.language?.toLowerCase() ?? tx.viewer.locale;
    const entry = { given: true, scopes, until, textVersion, language, channel };
    return write(tx, profile, await newest(tx, profile), entry);
  },
};

/**
 * The same people as for giving it. The text is that of the newest entry. The person themselves take back what they
 * said also when nothing holds any more: after that nobody else gives it for them.
 */
export const withdrawFindableConsent: UseCase<FindableConsentWithdrawInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const profile = await lockKept(tx, input);
    const checks = new Checks();
    const channel = checkedChannel(checks, tx, profile.personId, input.channel);
    checks.done();
    const held = await newest(tx, profile);
    const canWithdraw = channel === 'ONLINE' ? !tookBack(await ownWords(tx, profile)) : holds(held, tx.today);
    if (!held || !canWithdraw) throw failure('NO_CONSENT', ['input', 'ervaringsdeskundigeId']);
    const { textVersion, language } = held;
    const entry = { given: false, scopes: [], until: null, textVersion, language, channel };
    return write(tx, profile, held, entry);
  },
};

function newest(tx: Tx, { personId }: ErvaringsdeskundigeEntity): Promise<ConsentEntity | null> {
  return newestEntry(tx, personId, 'FINDABLE');
}

function holds(newest: ConsentEntity | null, on: PlainDate): boolean {
  return !!newest?.until && !isBefore(newest.until, on);
}

/** What the person said last themselves, signed in: nothing after a withdrawal, and as much as ever once it has expired. */
async function ownWords(tx: Tx, { personId }: ErvaringsdeskundigeEntity): Promise<readonly string[] | null> {
  return (await newestEntry(tx, personId, 'FINDABLE', 'ONLINE'))?.scopes ?? null;
}

function tookBack(said: readonly string[] | null): boolean {
  return said?.length === 0;
}

function write(
  tx: Tx,
  { id: ervaringsdeskundige, personId, regionId }: ErvaringsdeskundigeEntity,
  before: ConsentEntity | null,
  entry: Entry,
): Answer {
  const id = addEntry(tx, { personId, purpose: 'FINDABLE' }, before, entry);
  tx.record({
    name: entry.given ? 'consent.given' : 'consent.withdrawn',
    ...about('Ervaringsdeskundige', { id: ervaringsdeskundige, regionId }),
    details: { consentId: id, scopes: entry.scopes, channel: entry.channel },
  });
  return { ervaringsdeskundige, consent: id };
}
