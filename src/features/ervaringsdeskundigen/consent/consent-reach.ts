import type { Checks } from '../../../kernel/checks.js';
import type { ConsentScope } from '../ervaringsdeskundige.enums.js';

type Scope = keyof typeof ConsentScope;

/** From near to far. */
const PLACES: readonly Scope[] = ['REGION', 'REGION_AND_AGREEMENTS', 'COUNTRY'];

/**
 * What somebody else records for a person reaches beyond their own region only if they signed for it on paper, and
 * never further than what they said themselves: not at all after they took it back.
 */
export function checkReach(
  checks: Checks,
  { scopes, channel }: { readonly scopes: readonly string[]; readonly channel: string },
  ownWords: readonly string[] | null,
): void {
  const path = ['input', 'scopes'];
  if (ownWords && isWider(scopes, ownWords)) checks.refuse('WIDER_THAN_GIVEN', path);
  else if (isWider(scopes, ['REGION']) && channel !== 'PAPER') checks.refuse('ON_PAPER_ONLY', path);
}

function isWider(scopes: readonly string[], than: readonly string[]): boolean {
  const addsApps = scopes.includes('PARTNER_APPS') && !than.includes('PARTNER_APPS');
  return addsApps || farthest(scopes) > farthest(than);
}

function farthest(scopes: readonly string[]): number {
  return PLACES.findLastIndex((place) => scopes.includes(place));
}
