import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateBudget } from '../../graphql/rate-budget.js';
import { Failure } from '../../kernel/failure.js';
import { message } from '../../kernel/failure-messages.js';
import type { Answer } from '../../features/advisory/invitations/answer-invitation.js';
import { isDeclineKind } from '../../features/advisory/invitations/decline-kinds.js';
import {
  answerByLink,
  type LinkedInvitation,
  invitationByLink,
} from '../../features/advisory/invitations/answer-by-link.js';
import { PAGES_FOR_ALL, invitationPage } from './answer-page.js';
import { PAGE_HEADERS } from './plain-page.js';
import type { AsService } from '../../writes/job.js';

const FORM = 'application/x-www-form-urlencoded';
/** Enough for the longest reason with every character escaped. */
const LARGEST_FORM = 16_384;
/** Looking and answering: nobody needs more, and guessing gets no further. */
const BURST = 60;
const PER_SECOND = 1;

const STATUS = {
  ASKED: 200,
  ACCEPTED: 200,
  DECLINED: 200,
  APPOINTED: 200,
  EXPIRED: 410,
  WITHDRAWN: 410,
} as const;

/**
 * Where the link in an invitation leads, without signing in. Viewing changes nothing, because mail scanners follow
 * links; only the form answers, once. Every invalid link gives one and the same page.
 */
export async function registerAnswers(
  app: FastifyInstance,
  asService: AsService,
  now: () => number,
): Promise<void> {
  const budget = new RateBudget({ burst: BURST, perSecond: PER_SECOND, now });
  await app.register(async (routes) => {
    routes.addContentTypeParser(
      FORM,
      { parseAs: 'string', bodyLimit: LARGEST_FORM },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    routes.get('/seats/answer', async (request, reply) => {
      const invitation = await invitationOf(request);
      return refusedForNow(request, reply, invitation) ?? show(reply, invitation, null);
    });
    routes.post('/seats/answer', async (request, reply) => {
      const refused = refusedForNow(request, reply, await invitationOf(request));
      if (refused) return refused;
      const refusal = await take(request);
      return show(reply, await invitationOf(request), refusal);
    });
  });

  async function invitationOf(request: FastifyRequest): Promise<LinkedInvitation | null> {
    const token = tokenOf(request);
    return token === null ? null : asService((tx) => invitationByLink(tx, token));
  }

  /** By invitation, so that others cannot hinder a holder of a link; by address if there is no invitation. */
  function refusedForNow(
    request: FastifyRequest,
    reply: FastifyReply,
    invitation: LinkedInvitation | null,
  ): FastifyReply | null {
    const seconds = budget.take(invitation ? tokenOf(request)! : request.ip);
    if (seconds === 0) return null;
    return send(reply.header('retry-after', seconds), 429, PAGES_FOR_ALL.tooFast);
  }

  /** Stores the answer in the form; returns what is wrong with it, if anything. */
  async function take(request: FastifyRequest): Promise<Refusal | null> {
    const token = tokenOf(request);
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const answer = answerIn(form);
    if (token === null || !answer) return null;
    try {
      await asService((tx) => answerByLink(tx, token, answer));
      return null;
    } catch (error) {
      if (error instanceof Failure) return { error, form };
      throw error;
    }
  }
}

interface Refusal {
  readonly error: Failure;
  readonly form: URLSearchParams;
}

function tokenOf({ query }: FastifyRequest): string | null {
  const { token } = query as { token?: unknown };
  return typeof token === 'string' ? token : null;
}

function answerIn(form: URLSearchParams): Answer | null {
  const said = form.get('answer');
  if (said === 'yes') return { accept: true };
  if (said !== 'no') return null;
  const kind = form.get('kind') ?? '';
  return { accept: false, declineKind: isDeclineKind(kind) ? kind : null, declineReason: reasonIn(form) };
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
  if (!invitation) return send(reply, 404, PAGES_FOR_ALL.unknown);
  // an invitation that is closed shows that and its outcome itself
  if (!refusal || invitation.status !== 'ASKED') {
    return send(reply, STATUS[invitation.status], invitationPage(invitation));
  }
  const { error, form } = refusal;
  const messages = error.problems.map(({ code, params }) => message(code, invitation.locale, params));
  const filledIn = { reason: reasonIn(form), kind: form.get('kind') ?? '', messages };
  return send(reply, 422, invitationPage(invitation, filledIn));
}

function send(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).headers(PAGE_HEADERS).send(page);
}
