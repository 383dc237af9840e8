import fc from 'fast-check';
import {
  clash,
  type Day,
  type Engagement,
  type LeadershipModel,
  OPEN,
  type Tenure,
} from './leadership-model.testing.js';

/** What to try. Numbers choose among what is there; `on` counts from the day on which it is done. */
export interface Command {
  readonly do: keyof typeof COMMANDS | 'dayPasses';
  readonly which: number;
  readonly who: number;
  readonly on: Day | null;
  readonly length: number | null;
}

/** A mutation with its input, how it must be refused, and what changes when it is not. */
export interface Step {
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** codes, in order; empty = it must succeed */
  readonly refusals: readonly string[];
  /** gets the id of what the answer made */
  readonly apply: (madeId: string) => void;
}

/** Public ids of who can be chosen, and how a day is written. */
export interface World {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly write: (day: Day) => string;
}

type Decide = (model: LeadershipModel, command: Command, world: World) => Step | null;

const when = (condition: boolean, code: string): string[] => (condition ? [code] : []);
const first = (...codes: string[][]): string[] => codes.find(({ length }) => length > 0) ?? [];
const chosen = <Part>(parts: readonly Part[], which: number): Part | null =>
  parts[which % parts.length] ?? null;

function othersOf(model: LeadershipModel, person: number, except: Tenure | null): Tenure[] {
  return model.tenures.filter((tenure) => tenure.person === person && tenure !== except);
}

const COMMANDS = {
  start(model, { who, on }, { people, write }) {
    const from = model.today + (on ?? 0);
    const tenure = { from, until: OPEN, person: who, predecessor: null };
    const taken = othersOf(model, who, null).some((other) => clash(other, tenure));
    return {
      mutation: 'trekkerschapStart',
      input: { oudernetwerkId: model.id, personId: people[who], ...(on !== null && { from: write(from) }) },
      refusals: first(when(model.endedOn !== null, 'NETWORK_ENDED'), when(taken, 'PERIOD_TAKEN')),
      apply: (id) => model.tenures.push({ ...tenure, id }),
    };
  },
  planEnd(model, { which, on }, { write }) {
    const tenure = chosen(model.tenures, which);
    if (!tenure) return null;
    const day = model.today + (on ?? 0);
    return {
      mutation: 'trekkerschapPlanEnd',
      input: { id: tenure.id, plannedEnd: on === null ? null : { on: write(day), reason: 'MOVED' } },
      refusals: first(
        when(tenure.until < model.today, 'ALREADY_ENDED'),
        when(on !== null && day < tenure.from, 'DATE_OUT_OF_RANGE'),
      ),
      apply: () => undefined,
    };
  },
  end(model, { which, on }, { write }) {
    const tenure = chosen(model.tenures, which);
    if (!tenure) return null;
    const until = model.today + (on ?? 0);
    const longer = { from: tenure.from, until };
    return {
      mutation: 'trekkerschapEnd',
      input: { id: tenure.id, reason: 'PERSONAL', ...(on !== null && { on: write(until) }) },
      refusals: first(
        when(until < tenure.from || until > (model.endedOn ?? OPEN), 'DATE_OUT_OF_RANGE'),
        when(tenure.until < model.today, 'ALREADY_ENDED'),
        when(
          othersOf(model, tenure.person, tenure).some((other) => clash(other, longer)),
          'PERIOD_TAKEN',
        ),
      ),
      apply: () => void (tenure.until = until),
    };
  },
  handOver(model, { which, who, on }, { people, write }) {
    const old = chosen(model.tenures, which);
    if (!old) return null;
    const until = model.today + (on ?? 0);
    const next = { from: until + 1, until: OPEN, person: who, predecessor: old };
    const longer = { from: old.from, until };
    return {
      mutation: 'trekkerschapHandOver',
      input: { id: old.id, toPersonId: people[who], ...(on !== null && { on: write(until) }) },
      refusals: first(
        [
          ...when(until < old.from, 'DATE_OUT_OF_RANGE'),
          ...when(who === old.person, 'SAME_PERSON'),
          ...when(model.endedOn !== null, 'NETWORK_ENDED'),
          ...when(model.isHandedOver(old), 'HANDED_OVER'),
        ],
        when(old.until < model.today, 'ALREADY_ENDED'),
        when(
          othersOf(model, old.person, old).some((other) => clash(other, longer)),
          'PERIOD_TAKEN',
        ),
        when(
          othersOf(model, who, null).some((other) => clash(other, next)),
          'PERIOD_TAKEN',
        ),
      ),
      apply: (id) => {
        old.until = until;
        model.tenures.push({ ...next, id });
      },
    };
  },
  cancel(model, { which }) {
    const tenure = chosen(model.tenures, which);
    if (!tenure) return null;
    return {
      mutation: 'trekkerschapCancel',
      input: { id: tenure.id },
      refusals: first(
        when(tenure.from <= model.today, 'ALREADY_STARTED'),
        when(model.isHandedOver(tenure), 'HANDED_OVER'),
      ),
      apply: () => void (model.tenures = model.tenures.filter((other) => other !== tenure)),
    };
  },
  goOn(model, { which }) {
    const tenure = chosen(model.tenures, which);
    if (!tenure) return null;
    const later = othersOf(model, tenure.person, tenure).some((other) => other.until > tenure.until);
    return {
      mutation: 'trekkerschapContinue',
      input: { id: tenure.id },
      refusals: first(
        when(model.endedOn !== null, 'NETWORK_ENDED'),
        when(tenure.until < model.today, 'ALREADY_ENDED'),
        when(tenure.until === OPEN, 'NO_END_RECORDED'),
        when(later, 'PERIOD_TAKEN'),
      ),
      apply: () => void (tenure.until = OPEN),
    };
  },
  careStart(model, command, world) {
    const { input, span } = engagement(model, command, world);
    const taken = model.appointed.some((other) => clash(other, span));
    return {
      mutation: 'caretakershipStart',
      input,
      refusals: first(when(model.endedOn !== null, 'NETWORK_ENDED'), when(taken, 'CARETAKER_TAKEN')),
      apply: (id) => model.appointed.push({ ...span, id }),
    };
  },
  careEnd: (model, command, world) =>
    engagementEnd(model, command, world, model.appointed, 'caretakershipEnd', () => 'CARETAKER_TAKEN'),
  supportStart(model, command, world) {
    const { input, span } = engagement(model, command, world);
    const taken = model.supports.some(
      (other) => other.organisation === span.organisation && clash(other, span),
    );
    return {
      mutation: 'supportStart',
      input,
      refusals: first(when(model.endedOn !== null, 'NETWORK_ENDED'), when(taken, 'PERIOD_TAKEN')),
      apply: (id) => model.supports.push({ ...span, id }),
    };
  },
  supportEnd: (model, command, world) =>
    engagementEnd(model, command, world, model.supports, 'supportEnd', (a, b) =>
      a.organisation === b.organisation ? 'PERIOD_TAKEN' : null,
    ),
  activate(model, { on }, { write }) {
    const { status, activeFrom, today } = model;
    const from = today + (on ?? 0);
    return {
      mutation: 'oudernetwerkActivate',
      input: { id: model.id, ...(on !== null && { on: write(from) }) },
      refusals: first(
        when(status === 'ACTIVE' || status === 'ENDED', 'NETWORK_NOT_FORMING'),
        when(from > today || (activeFrom !== null && from < today), 'DATE_OUT_OF_RANGE'),
      ),
      apply: () => {
        model.status = 'ACTIVE';
        model.activeFrom ??= from;
      },
    };
  },
  pause: (model) => ({
    mutation: 'oudernetwerkPause',
    input: { id: model.id },
    refusals: when(model.status !== 'ACTIVE', 'NETWORK_NOT_ACTIVE'),
    apply: () => void (model.status = 'DORMANT'),
  }),
  endNetwork(model, { on }, { write }) {
    const day = model.today + (on ?? 0);
    return {
      mutation: 'oudernetwerkEnd',
      input: { id: model.id, reason: 'Klaar', ...(on !== null && { on: write(day) }) },
      refusals: first(
        when(model.endedOn !== null, 'ALREADY_ENDED'),
        when(day > model.today || day < model.earliestEnd(), 'DATE_OUT_OF_RANGE'),
      ),
      apply: () => model.end(day),
    };
  },
} satisfies Record<string, Decide>;

function engagement(model: LeadershipModel, { who, on, length }: Command, { organisations, write }: World) {
  const organisation = who % organisations.length;
  const from = model.today + (on ?? 0);
  const until = length === null ? OPEN : from + length;
  const period = { from: write(from), until: length === null ? null : write(until) };
  return {
    span: { organisation, from, until },
    input: { oudernetwerkId: model.id, organisationId: organisations[organisation], period },
  };
}

function engagementEnd(
  model: LeadershipModel,
  { which, on }: Command,
  { write }: World,
  all: readonly Engagement[],
  mutation: string,
  taken: (a: Engagement, b: Engagement) => string | null,
): Step | null {
  const span = chosen(all, which);
  if (!span) return null;
  const until = model.today + (on ?? 0);
  const clashes = all.filter((other) => other !== span && clash(other, { from: span.from, until }));
  return {
    mutation,
    input: { id: span.id, ...(on !== null && { on: write(until) }) },
    refusals: first(
      when(span.until < model.today, 'ALREADY_ENDED'),
      when(until < span.from || until > (model.endedOn ?? OPEN), 'DATE_OUT_OF_RANGE'),
      clashes.flatMap((other) => taken(span, other) ?? []).slice(0, 1),
    ),
    apply: () => void (span.until = until),
  };
}

export function decide(model: LeadershipModel, command: Command, world: World): Step | null {
  return command.do === 'dayPasses' ? null : COMMANDS[command.do](model, command, world);
}

const names: { weight: number; arbitrary: fc.Arbitrary<Command['do']> }[] = [
  { weight: 10, arbitrary: fc.constantFrom('start', 'end', 'handOver') },
  { weight: 5, arbitrary: fc.constantFrom('cancel', 'goOn', 'planEnd') },
  { weight: 8, arbitrary: fc.constantFrom('careStart', 'careEnd', 'supportStart', 'supportEnd') },
  { weight: 3, arbitrary: fc.constantFrom('activate', 'pause') },
  { weight: 1, arbitrary: fc.constant('endNetwork') },
  { weight: 3, arbitrary: fc.constant('dayPasses') },
];

export const anyCommand: fc.Arbitrary<Command> = fc.record({
  do: fc.oneof(...names),
  which: fc.nat(9),
  who: fc.nat(2),
  on: fc.option(fc.integer({ min: -15, max: 25 }), { freq: 4 }),
  length: fc.option(fc.nat(20), { freq: 3 }),
});
