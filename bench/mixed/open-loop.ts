import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { post, type Posted } from '../post.js';
import { type Asked, isRight, type RightAnswer } from '../questions.js';
import type { Role } from './callers.js';

/** What is sent, and how its right answer is recognised. */
export interface Call {
  readonly kind: string;
  readonly role: Role;
  readonly asked: Asked;
  readonly right: RightAnswer;
}

export interface Answered {
  readonly kind: string;
  readonly role: Role;
  /** milliseconds after the run began */
  readonly due: number;
  /** from when it was due until its whole answer was there, however late it was sent */
  readonly ms: number;
  /** OK, or how it failed: status and code */
  readonly outcome: string;
}

export interface Pace {
  readonly perSecond: number;
  readonly seconds: number;
}

export const OK = 'OK';

/** Whoever asks does not wait for the others: each call is sent when it is due, over whatever connection is at rest. */
export class OpenLoop {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly origin: URL,
    private readonly next: () => Call,
  ) {}

  /** One pace after the other. Resolves once everything has its answer. */
  async run(...paces: readonly Pace[]): Promise<Answered[]> {
    const answers: Promise<Answered>[] = [];
    const begun = performance.now();
    let from = 0;
    for (const { perSecond, seconds } of paces) {
      for (let n = 0; n < perSecond * seconds; n++) {
        const due = from + (n * 1_000) / perSecond;
        const wait = begun + due - performance.now();
        if (wait > 0) await pause(wait);
        answers.push(this.answer(this.next(), due, begun));
      }
      from += seconds * 1_000;
    }
    return Promise.all(answers);
  }

  close(): void {
    this.agent.destroy();
  }

  private async answer(call: Call, due: number, begun: number): Promise<Answered> {
    const outcome = await this.ask(call);
    return { kind: call.kind, role: call.role, due, ms: performance.now() - begun - due, outcome };
  }

  private async ask({ asked, right }: Call): Promise<string> {
    try {
      return outcomeOf(await post(this.agent, this.origin, asked), right);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return code ?? message;
    }
  }
}

function outcomeOf({ status, headers, text }: Posted, right: RightAnswer): string {
  if (status === 200 && isRight(right, text)) return OK;
  if (/"committed" ?: ?true/.test(text)) return COMMITTED;
  const code = /"code" ?: ?"(\w+)"/.exec(text)?.[1] ?? 'another answer';
  return `${status} ${code}${headers['retry-after'] === undefined ? '' : ASK_AGAIN}`;
}

/** Ends the outcome of whoever was told to ask again, and when. */
const ASK_AGAIN = ', retry-after';
/** Whoever wrote was told that it is done, and that it cannot be shown now. */
const COMMITTED = 'committed, not shown';

export function isHonest(outcome: string): boolean {
  return outcome === COMMITTED || (outcome.endsWith(ASK_AGAIN) && /^(429|503) /.test(outcome));
}
