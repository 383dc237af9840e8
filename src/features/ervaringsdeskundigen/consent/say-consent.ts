import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import type { ConsentEntity } from '../ervaringsdeskundige.entity.js';
import type { ConsentLanguage } from '../ervaringsdeskundige.enums.js';
import { addEntry, type Channel, checkedChannel, newestEntry, type YesOrNoPurpose } from './ledger.js';

/** What somebody says of a purpose to which the answer is yes or no. */
interface About {
  readonly personId: string;
  readonly purpose: YesOrNoPurpose;
  /** of the text that is shown now */
  readonly version: string;
}

interface Yes {
  readonly textVersion: string;
  readonly language?: keyof typeof ConsentLanguage | null;
  readonly channel?: Channel | null;
}

/** The entry that holds, and whether it was said just now. */
export interface Said {
  readonly consent: string;
  readonly channel: Channel;
  readonly isNew: boolean;
}

/** A yes. After the person took it back themselves nobody else says it for them. `path` is where the input names them. */
export async function sayYes(
  tx: Tx,
  { personId, purpose, version }: About,
  input: Yes,
  path: readonly string[],
): Promise<Said> {
  const checks = new Checks();
  if (input.textVersion !== version) {
    checks.refuse('OTHER_CONSENT_TEXT', ['input', 'textVersion'], { version });
  }
  const channel = checkedChannel(checks, tx, personId, input.channel);
  const own = await newestEntry(tx, personId, purpose, 'ONLINE');
  if (channel !== 'ONLINE' && own && !own.given) checks.refuse('WIDER_THAN_GIVEN', [...path]);
  checks.done();
  const before = await newestEntry(tx, personId, purpose);
  if (before?.given && before.textVersion === version) return { consent: before.id, channel, isNew: false };
  const language = input.language?.toLowerCase() ?? tx.viewer.locale;
  return add(tx, { personId, purpose }, before, { given: true, textVersion: version, language, channel });
}

/** A no, also of somebody who said nothing before: it is kept, so that they are not asked again. */
export async function sayNo(
  tx: Tx,
  { personId, purpose, version }: About,
  given: Channel | null | undefined,
): Promise<Said> {
  const checks = new Checks();
  const channel = checkedChannel(checks, tx, personId, given);
  checks.done();
  const before = await newestEntry(tx, personId, purpose);
  const isSaid = before && !before.given && (channel !== 'ONLINE' || before.channel === 'ONLINE');
  if (isSaid) return { consent: before.id, channel, isNew: false };
  const { textVersion, language } = before ?? { textVersion: version, language: tx.viewer.locale };
  return add(tx, { personId, purpose }, before, { given: false, textVersion, language, channel });
}

function add(
  tx: Tx,
  of: Pick<About, 'personId' | 'purpose'>,
  before: ConsentEntity | null,
  said: Pick<ConsentEntity, 'given' | 'textVersion' | 'language'> & { readonly channel: Channel },
): Said {
  const consent = addEntry(tx, of, before, { ...said, scopes: [], until: null });
  return { consent, channel: said.channel, isNew: true };
}
