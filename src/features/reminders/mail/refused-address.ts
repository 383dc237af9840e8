/** What an SMTP transport says of a mail that was not taken. */
interface SmtpRefusal {
  readonly command?: unknown;
  readonly responseCode?: unknown;
  /** the words of the mail server, of several lines where it said several */
  readonly response?: unknown;
}

/** No such mailbox or domain, moved, or disabled (RFC 3463). Not 5.1.7 and 5.1.8: those are about the sender. */
const OF_THE_ADDRESS = /^5\.(?:1\.(?!7$|8$)\d{1,3}|2\.1)$/;
/** Right behind the code of the answer, or `(#5.1.1)` as some put it. */
const ENHANCED = /(?:^\d{3}[ -]|#)(5\.\d{1,3}\.\d{1,3})(?!\d)/m;
/** What servers without enhanced codes answer for an address that they do not know. */
const BARE_CODES: readonly unknown[] = [550, 551, 553];
/** And also for a sender whom they do not know: our own settings, not the address. */
const OF_THE_SENDER = /relay|authenticat/i;

/**
 * Whether a mail server will not take mail for this address, now or later. Anything else is tried again: a wrong setting
 * of ours is answered to every recipient, and must not cost them their address.
 */
export function isRefusedAddress(error: unknown): boolean {
  const { command, responseCode, response } = error as SmtpRefusal;
  if (command !== 'RCPT TO' || typeof responseCode !== 'number' || responseCode < 500) return false;
  const said = typeof response === 'string' ? response : '';
  const enhanced = ENHANCED.exec(said)?.[1];
  if (enhanced !== undefined) return OF_THE_ADDRESS.test(enhanced);
  return BARE_CODES.includes(responseCode) && !OF_THE_SENDER.test(said);
}
