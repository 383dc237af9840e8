import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { type Instant, instant, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { coordinatorsAndParents, isSelf } from '../../access/policies.js';
import { currentText } from './consent-text.js';
import { checkReach } from './consent-reach.js';
import type { FindableConsentGiveInput, FindableConsentWithdrawInput } from './consent.inputs.js';
import { ConsentEntity, type ErvaringsdeskundigeEntity } from '../ervaringsdeskundige.entity.js';
import type { ConsentChannel } from '../ervaringsdeskundige.enums.js';
import { lockKept } from '../lock-profile.js';

type Channel = keyof typeof ConsentChannel;
type Answer = { ervaringsdeskundige: string; consent: string };

/** The person themselves, or a coordinator of their home region to whom they said so. */
export const giveFindableConsent: UseCase<FindableConsentGiveInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const profile = await lockKept(tx, input);
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
    const channel = checkedChannel(checks, tx, profile, input.channel);
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
    const channel = checkedChannel(checks, tx, profile, input.channel);
    checks.done();
    const held = await newest(tx, profile);
    const canWithdraw = channel === 'ONLINE' ? !tookBack(await ownWords(tx, profile)) : holds(held, tx.today);
    if (!held || !canWithdraw) throw failure('NO_CONSENT', ['input', 'ervaringsdeskundigeId']);
    const { textVersion, language } = held;
    const entry = { given: false, scopes: [], until: null, textVersion, language, channel };
    return write(tx, profile, held, entry);
  },
};

/** ONLINE means that it was the person themselves; those who act on their behalf state another channel. */
function checkedChannel(
  checks: Checks,
  tx: Tx,
  profile: ErvaringsdeskundigeEntity,
  channel: Channel | null | undefined,
): Channel {
  const own = isSelf(tx.viewer, profile.personId);
  if (!own && channel == null) checks.refuse('REQUIRED', ['input', 'channel']);
  if (channel != null && own !== (channel === 'ONLINE')) checks.refuse('OTHER_CHANNEL', ['input', 'channel']);
  return channel ?? 'ONLINE';
}

async function newest(tx: Tx, { personId }: ErvaringsdeskundigeEntity): Promise<ConsentEntity | null> {
  const where = { personId, purpose: 'FINDABLE' };
  return tx.manager.findOne(ConsentEntity, { where, order: { recordedAt: 'DESC', id: 'DESC' } });
}

function holds(newest: ConsentEntity | null, on: PlainDate): boolean {
  return !!newest?.until && !isBefore(newest.until, on);
}

/** What the person said last themselves, signed in: nothing after a withdrawal, and as much as ever once it has expired. */
async function ownWords(tx: Tx, { personId }: ErvaringsdeskundigeEntity): Promise<readonly string[] | null> {
  const where = { personId, purpose: 'FINDABLE', channel: 'ONLINE' };
  const said = await tx.manager.findOne(ConsentEntity, { where, order: { recordedAt: 'DESC', id: 'DESC' } });
  return said?.scopes ?? null;
}

function tookBack(said: readonly string[] | null): boolean {
  return said?.length === 0;
}

type Entry = Pick<ConsentEntity, 'given' | 'scopes' | 'until' | 'textVersion' | 'language' | 'channel'>;

function write(
  tx: Tx,
  { id: ervaringsdeskundige, personId, regionId }: ErvaringsdeskundigeEntity,
  before: ConsentEntity | null,
  entry: Entry,
): Answer {
  const id = uuid();
  insert(tx, ConsentEntity, {
    ...entry,
    id,
    personId,
    purpose: 'FINDABLE',
    accountId: tx.viewer.accountId,
    recordedAt: momentAfter(tx.now, before).toString(),
  });
  tx.record({
    name: entry.given ? 'consent.given' : 'consent.withdrawn',
    ...about('Ervaringsdeskundige', { id: ervaringsdeskundige, regionId }),
    details: { consentId: id, scopes: entry.scopes, channel: entry.channel },
  });
  return { ervaringsdeskundige, consent: id };
}

/** A consent that waited for another one to commit comes after it in the ledger: the newest entry counts. */
function momentAfter(now: Instant, before: ConsentEntity | null): Instant {
  if (!before) return now;
  const earliest = instant(new Date(before.recordedAt).toISOString()).add({ milliseconds: 1 });
  return now.epochMilliseconds >= earliest.epochMilliseconds ? now : earliest;
}
