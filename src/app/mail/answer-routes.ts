import type { FastifyInstance, FastifyReply } from 'fastify';
import { Failure } from '../../kernel/failure.js';
import { message } from '../../kernel/failure-messages.js';
import type { Answer } from '../../features/advisory/invitations/answer-invitation.js';
import { Perspective } from '../../features/people/person.enums.js';
import { isDeclineKind } from '../../features/advisory/invitations/decline-kinds.js';
import {
  ANSWER_LINK,
  answerByLink,
  type LinkedInvitation,
  invitationByLink,
} from '../../features/advisory/invitations/answer-by-link.js';
import { invitationPage } from './answer-page.js';
import type { LinkPage, LinkPages, Visit } from './link-pages.js';
import { pageForAnybody, sendPage } from './plain-page.js';

const LINK: LinkPage<LinkedInvitation> = {
  kind: ANSWER_LINK,
  find: invitationByLink,
  unknown: pageForAnybody('unknownTitle', 'unknownInvitation'),
};

const STATUS = {
  ASKED: 200,
  ACCEPTED: 200,
  DECLINED: 200,
  APPOINTED: 200,
  EXPIRED: 410,
  WITHDRAWN: 410,
} as const;

/** Where the link in an invitation leads; the form answers it, once. */
export function registerAnswers(routes: FastifyInstance, links: LinkPages): void {
  routes.get(
    '/seats/answer',
    links.at(LINK, ({ found, reply }) => show(reply, found, null)),
  );
  routes.post(
    '/seats/answer',
    links.at(LINK, async (visit) => {
      const refusal = await take(visit);
      const { token, reply, asService } = visit;
      return show(reply, await asService((tx) => invitationByLink(tx, token)), refusal);
    }),
  );
}

/** Stores the answer in the form; returns what is wrong with it, if anything. */
async function take({ token, request, asService }: Visit<LinkedInvitation>): Promise<Refusal | null> {
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  const answer = answerIn(form);
  if (!answer) return null;
  try {
    await asService((tx) => answerByLink(tx, token, answer));
    return null;
  } catch (error) {
    if (error instanceof Failure) return { error, form };
    throw error;
  }
}

interface Refusal {
  readonly error: Failure;
  readonly form: URLSearchParams;
}

function answerIn(form: URLSearchParams): Answer | null {
  const said = form.get('answer');
  if (said === 'yes') return { accept: true, perspective: perspectiveIn(form) };
  if (said !== 'no') return null;
  const kind = form.get('kind') ?? '';
  return { accept: false, declineKind: isDeclineKind(kind) ? kind : null, declineReason: reasonIn(form) };
}

function perspectiveIn(form: URLSearchParams): Answer['perspective'] {
  const said = form.get('perspective') ?? '';
  return Object.hasOwn(Perspective, said) ? (said as keyof typeof Perspective) : null;
}

/** PostgreSQL stores no NUL, and nobody types one. */
function reasonIn(form: URLSearchParams): string {
  return (form.get('reason') ?? '').replaceAll('\0', '');
}

function show(
  reply: FastifyReply,
  invitation: LinkedInvitation | null,
  refusal: Refusal | null,
): FastifyReply {
  if (!invitation) return sendPage(reply, 404, LINK.unknown);
  // an invitation that is closed shows that and its outcome itself
  if (!refusal || invitation.status !== 'ASKED') {
    return sendPage(reply, STATUS[invitation.status], invitationPage(invitation));
  }
  const { error, form } = refusal;
  const messages = error.problems.map(({ code, params }) => message(code, invitation.locale, params));
  const filledIn = { reason: reasonIn(form), kind: form.get('kind') ?? '', messages };
  return sendPage(reply, 422, invitationPage(invitation, filledIn));
}
