import type { ClientBase } from 'pg';
import { CONSENT_TEXTS } from '../../../features/ervaringsdeskundigen/consent/consent-text.js';
import { dayText, type DayNumber } from '../days.js';
import type { SeedErvaringsdeskundige } from './ervaringsdeskundigen.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';

const CONSENTS = table('consents', {
  id: 'uuid',
  person_id: 'uuid',
  purpose: 'text',
  given: 'boolean',
  scopes: 'text[]',
  until: 'date',
  text_version: 'text',
  language: 'text',
  channel: 'text',
  recorded_at: 'timestamptz',
});

/** One in six or seven consents to be findable in the whole country. */
const SCOPES = new Weighted([
  ['{REGION}', 60],
  ['{REGION,PARTNER_APPS}', 25],
  ['{REGION,COUNTRY}', 9],
  ['{REGION,COUNTRY,PARTNER_APPS}', 6],
]);
const CHANNELS = new Weighted([
  ['ONLINE', 60],
  ['IN_PERSON', 20],
  ['PHONE', 12],
  ['PAPER', 8],
]);
const TWO_YEARS = 730;
/** Renewals are in time, so that a live consent stays live for a while after the day of the seed. */
const RENEWED_AFTER = 400;

interface Entry {
  readonly on: DayNumber;
  readonly scopes: string;
  /** null = withdrawn */
  readonly until: DayNumber | null;
}

/** The ledger: profiles that are findable, those that no longer are, and those that never were. */
export async function insertConsents(
  client: ClientBase,
  random: Random,
  profiles: readonly SeedErvaringsdeskundige[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('rows');
  const rows = profiles.flatMap((profile) => {
    const language = draw.chance(0.95) ? 'nl' : 'en';
    return ledgerOf(draw, profile, today).map(({ on, scopes, until }) => ({
      id: ids.next(),
      person_id: profile.personId,
      purpose: 'FINDABLE',
      given: until !== null,
      scopes,
      until: until === null ? null : dayText(until),
      text_version: CONSENT_TEXTS[0].version,
      language,
      channel: CHANNELS.draw(draw),
      recorded_at: `${dayText(on)} 12:00:00Z`,
    }));
  });
  await insertRows(client, CONSENTS, rows, progress.part('consents', rows.length));
}

function ledgerOf(
  draw: Random,
  { registeredOn, consent }: SeedErvaringsdeskundige,
  today: DayNumber,
): Entry[] {
  const scopes = SCOPES.draw(draw);
  const given = (on: DayNumber, days = TWO_YEARS): Entry => ({ on, scopes, until: on + days });
  switch (consent) {
    case 'LIVE': {
      const entries = [given(registeredOn)];
      for (let on = registeredOn + RENEWED_AFTER; on <= today; on += RENEWED_AFTER) entries.push(given(on));
      return entries;
    }
    case 'WITHDRAWN': {
      const on = draw.between(registeredOn, today);
      return [given(registeredOn), { on, scopes: '{}', until: null }];
    }
    case 'EXPIRED':
      return [given(registeredOn, draw.below(today - registeredOn))];
    default:
      return [];
  }
}
