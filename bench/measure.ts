import type { BenchDatabase } from './database.js';
import { dataOf, requireSame, withoutNewId } from './compare.js';
import { drive, type LoadShape } from './drive.js';
import { resetStock } from './handover-stock.js';
import { postgresCpuSeconds } from './postgres-cpu.js';
import type { Asked, Question, Variables } from './questions.js';
import type { Measured, QuestionResult, Round } from './report.js';
import type { Server } from './servers.js';
import type { Variations } from './variables.js';

export interface Contestant {
  readonly server: Server;
  ask(question: Question, variables: Variables): Asked;
}

export interface Plan extends LoadShape {
  readonly rounds: number;
  readonly warmUpSeconds: number;
}

const COMPARED = 25;

export class Arena {
  constructor(
    private readonly database: BenchDatabase,
    private readonly postmaster: number | null,
    private readonly limit: Contestant,
    private readonly service: Contestant,
    private readonly variations: Variations,
    private readonly plan: Plan,
  ) {}

  /** Throws unless both servers give the same answers. */
  async compare(question: Question): Promise<void> {
    for (const variables of this.variations(question.name, 0).slice(0, COMPARED)) {
      const answers: unknown[] = [];
      for (const { server, ask } of [this.limit, this.service]) {
        const data = await dataOf(server.origin, ask(question, variables));
        answers.push(isWrite(question) ? withoutNewId(data) : data);
        if (isWrite(question)) await resetStock(this.database.owner);
      }
      requireSame(`${question.name} ${JSON.stringify(variables)}`, answers[0], answers[1]);
      if (isWrite(question)) return;
    }
  }

  /** Limit, service, limit, service …: other load on the machine affects both. */
  async measure(question: Question, say: (line: string) => void): Promise<QuestionResult> {
    for (const contestant of [this.limit, this.service]) {
      const failures = (await this.load(contestant, question, 0, this.plan.warmUpSeconds)).failures;
      if (failures > 0)
        throw new Error(`${question.name}: ${failures} failures while ${contestant.server.name} warms up`);
    }
    const rounds: Round[] = [];
    for (let round = 1; round <= this.plan.rounds; round++) {
      const limit = await this.load(this.limit, question, round, this.plan.seconds);
      const service = await this.load(this.service, question, round, this.plan.seconds);
      rounds.push({ limit, service });
      say(
        `${question.name}, round ${round}: limit ${limit.perSecond.toFixed(0)}/s, service ${service.perSecond.toFixed(0)}/s`,
      );
    }
    return { question, rounds };
  }

  private async load(
    { server, ask }: Contestant,
    question: Question,
    round: number,
    seconds: number,
  ): Promise<Measured> {
    const list = this.variations(question.name, round).map((variables) => ask(question, variables));
    const before = await this.used(server);
    const load = await drive(server.origin, question, list, { ...this.plan, seconds }, isWrite(question));
    const after = await this.used(server);
    if (isWrite(question)) await resetStock(this.database.owner);
    const thousands = load.answers / 1000;
    return {
      ...load,
      serverCpu: (after.server - before.server) / thousands,
      postgresCpu:
        after.postgres === null || before.postgres === null
          ? null
          : (after.postgres - before.postgres) / thousands,
    };
  }

  private async used(server: Server) {
    return {
      server: (await server.usage()).cpuSeconds,
      postgres: await postgresCpuSeconds(this.postmaster),
    };
  }
}

/** A write changes its own conditions, so each of a list is sent once. */
function isWrite(question: Question): boolean {
  return question.name === 'handover';
}
