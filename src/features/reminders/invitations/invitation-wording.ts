import type { PlainDate } from '../../../kernel/clock.js';
import { Catalogue, type Locale, type Param } from '../../../kernel/messages.js';
import { bodyInSentence } from '../../advisory/bodies/body-in-sentence.js';
import { DECLINE_KINDS, type DeclineKindCode } from '../../advisory/invitations/decline-kinds.js';
import type { InvitationWay, InvitedAs } from '../../advisory/invitations/invitation-way.js';
import type { Wording } from '../mail/mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

/** What an email about an invitation can say. */
export interface ToldOfInvitation {
  readonly body: string;
  readonly seat: string;
  /** the parent's name; null where the reader may not know it */
  readonly person: string | null;
  /** null: not even that may be shown any more; or they were asked by name */
  readonly pseudonym: string | null;
  readonly way: InvitationWay;
  readonly nominated_by: InvitedAs;
  /** who nominated them and how the body came by their address; null unless they were nominated */
  readonly source: string | null;
  /** the network through which the invitation comes; null = none */
  readonly network: string | null;
  /** the message of the body, by line */
  readonly message: readonly string[];
  /** the day of the invitation: somebody may have sent several for one seat */
  readonly asked: PlainDate;
  /** the last day to answer */
  readonly until: PlainDate;
  readonly answered: boolean;
  readonly decline_kind: DeclineKindCode | null;
}

export interface InvitationWording extends Wording {
  /** why the reader gets it */
  readonly why: string;
}

/** The outcome of an invitation: the parent's answer, or that there will be none. */
type Outcome = keyof (typeof nl)['answered'];

const INVITATION = new Catalogue({ nl: nl.invitation, en: en.invitation });
const WHY = new Catalogue({ nl: nl.why, en: en.why });
const WAITING = new Catalogue({ nl: nl.waiting, en: en.waiting });
const UNREACHED = new Catalogue({ nl: nl.unreached, en: en.unreached });
const BECAUSE = new Catalogue({ nl: nl.because, en: en.because });
const CLOSED = new Catalogue({ nl: nl.closed, en: en.closed });
const REOPENED = new Catalogue({ nl: nl.reopened, en: en.reopened });
const ANSWERED_SUBJECTS = new Catalogue({ nl: nl.answeredSubjects, en: en.answeredSubjects });
const ANSWERED = new Catalogue({ nl: nl.answered, en: en.answered });
const NEXT = new Catalogue({ nl: nl.next, en: en.next });
const REASON = new Catalogue({ nl: nl.reason, en: en.reason });

function paramsOf(
  { message: _, answered, ...told }: ToldOfInvitation,
  locale: Locale,
): Record<string, Param> {
  return { ...told, inSentence: bodyInSentence(told.body, locale), answered: answered ? 'yes' : 'no' };
}

/** To the parent, with what the rules of the body exclude. */
export function invitedWording(
  locale: Locale,
  told: ToldOfInvitation,
  exclusions: readonly string[],
): InvitationWording & { readonly button: string } {
  const params = paramsOf(told, locale);
  const say = (key: keyof (typeof nl)['invitation']) => INVITATION.text(key, locale, params);
  const written = told.message.length > 0 ? [say('writes'), { quoted: told.message }] : [];
  return {
    subject: say('subject'),
    paragraphs: [
      say('invites'),
      ...(told.way === 'NOMINEE' ? [say('notice')] : []),
      ...written,
      ...exclusions,
      say('privacy'),
      say('until'),
    ],
    button: say('button'),
    why: WHY.text('parent', locale, params),
  };
}

/** To the region of a parent who cannot be reached by email. */
export function waitingWording(locale: Locale, told: ToldOfInvitation): InvitationWording {
  const params = paramsOf(told, locale);
  const say = (key: keyof (typeof nl)['waiting']) => WAITING.text(key, locale, params);
  return {
    subject: say('subject'),
    paragraphs: [say('invites'), say('call'), say('address')],
    why: WHY.text('region', locale),
  };
}

/** To whoever nominated somebody who cannot be reached by email. */
export function unreachedWording(locale: Locale, told: ToldOfInvitation): InvitationWording {
  const params = paramsOf(told, locale);
  const say = (key: keyof (typeof nl)['unreached']) => UNREACHED.text(key, locale, params);
  return {
    subject: say('subject'),
    paragraphs: [say('refused'), say('next')],
    why: WHY.text('sender', locale),
  };
}

/** To the invited parent, or to their region if no email reaches them. */
export function closedWording(
  locale: Locale,
  because: string,
  toParent: boolean,
  told: ToldOfInvitation,
): InvitationWording {
  const params = paramsOf(told, locale);
  const say = (key: keyof (typeof nl)['closed']) => CLOSED.text(key, locale, params);
  const reason = BECAUSE.text(because as keyof (typeof nl)['because'], locale, params);
  return toParent
    ? {
        subject: say('subject'),
        paragraphs: [reason, say('after'), ...(told.answered ? [say('thanks')] : [])],
        why: WHY.text('parent', locale, params),
      }
    : { subject: say('regionSubject'), paragraphs: [reason, say('tell')], why: WHY.text('region', locale) };
}

/** To whoever was told that it is closed: it is not, the appointment that closed it was a mistake. */
export function reopenedWording(
  locale: Locale,
  told: ToldOfInvitation,
  toParent: boolean,
): InvitationWording & { readonly button?: string } {
  const params = paramsOf(told, locale);
  const say = (key: keyof (typeof nl)['reopened']) => REOPENED.text(key, locale, params);
  if (!toParent) {
    const paragraphs = [say('mistake'), say('tell')];
    return { subject: say('regionSubject'), paragraphs, why: WHY.text('region', locale) };
  }
  const words = { subject: say('subject'), why: WHY.text('parent', locale, params) };
  const paragraphs = [say('mistake'), say('again')];
  if (told.answered) return { ...words, paragraphs, question: say('notAnyMore') };
  const button = INVITATION.text('button', locale, params);
  return { ...words, paragraphs: [...paragraphs, say('until')], button };
}

/** To the sender of the invitation. */
export function answeredWording(locale: Locale, outcome: string, told: ToldOfInvitation): InvitationWording {
  const params = paramsOf(told, locale);
  const say = (said: Catalogue<Outcome>) => said.text(outcome as Outcome, locale, params);
  const kind = outcome === 'DECLINED' ? told.decline_kind : null;
  const reason = kind && REASON.text('given', locale, { reason: DECLINE_KINDS.text(kind, locale) });
  return {
    subject: say(ANSWERED_SUBJECTS),
    paragraphs: [say(ANSWERED), ...(reason ? [reason] : []), say(NEXT)],
    why: WHY.text('sender', locale),
  };
}
