import { withoutFormat } from '../lines.js';

/** With its marks; no filler, and no symbol that looks like a letter. */
const LETTER = String.raw`(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]\p{M}*)`;
/** Between dots, before the @: no quotes, but an apostrophe within. */
const LOCAL_PART = new RegExp(
  String.raw`^(?:${LETTER}|[!#$%&*+/=?^_{|}~-])(?:${LETTER}|[!#$%&'*+/=?^_{|}~-])*$`,
  'u',
);
const LABEL = new RegExp(String.raw`^(?!-)(?:${LETTER}|-)+(?<!-)$`, 'u');

/** RFC 5321 */
const LONGEST_LOCAL_PART = 64;
const LONGEST_LABEL = 63;

/** An email address as it is typed or copied, without what nobody sees. Null if nothing could be sent there. */
export function emailAddress(written: string): string | null {
  const address = withoutFormat(written).trim();
  const [local = '', domain = '', ...more] = address.split('@');
  const isAddress = more.length === 0 && isLocal(local) && isDomain(domain);
  return isAddress && isOfItsOwn(address) ? address : null;
}

/**
 * Whether no letter becomes another one in lower case, in which addresses are compared, as "İ" and the sign of kelvin do:
 * to write one so would pass for the mailbox of somebody else.
 */
function isOfItsOwn(address: string): boolean {
  return address.toLowerCase().toUpperCase() === address.toUpperCase();
}

function isLocal(local: string): boolean {
  return local.length <= LONGEST_LOCAL_PART && local.split('.').every((part) => LOCAL_PART.test(part));
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels.at(-1)!;
  return (
    labels.length > 1 &&
    labels.every((label) => label.length <= LONGEST_LABEL && LABEL.test(label)) &&
    // an IP address is none
    top.length > 1 &&
    /\p{L}/u.test(top)
  );
}
