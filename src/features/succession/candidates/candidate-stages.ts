import { Catalogue, type Locale, oneOf } from '../../../kernel/messages.js';
import { en } from '../messages.en.js';
import { nl } from '../messages.nl.js';

export type Status = 'SEEKING' | 'CANDIDATE_AGREED' | 'SHADOWING' | 'HANDING_OVER' | 'COMPLETED' | 'STOPPED';

export type Stage =
  | 'IDENTIFIED'
  | 'APPROACHED'
  | 'EXPLORING'
  | 'AGREED'
  | 'SHADOWING'
  | 'READY'
  | 'APPOINTED'
  | 'DECLINED'
  | 'WITHDRAWN';

/** The next stages of a conversation with a candidate. APPOINTED comes with completing the succession. */
const STEPS: Readonly<Record<Stage, readonly Stage[]>> = {
  IDENTIFIED: ['APPROACHED', 'EXPLORING', 'AGREED', 'DECLINED', 'WITHDRAWN'],
  APPROACHED: ['EXPLORING', 'AGREED', 'DECLINED', 'WITHDRAWN'],
  EXPLORING: ['APPROACHED', 'AGREED', 'DECLINED', 'WITHDRAWN'],
  AGREED: ['EXPLORING', 'SHADOWING', 'READY', 'WITHDRAWN'],
  SHADOWING: ['AGREED', 'READY', 'WITHDRAWN'],
  READY: ['SHADOWING', 'WITHDRAWN'],
  APPOINTED: [],
  DECLINED: [],
  WITHDRAWN: [],
};

/** The stages in which a conversation may begin: a parent may agree at once, but nobody shadows before that. */
export const FIRST_STAGES: readonly Stage[] = ['IDENTIFIED', 'APPROACHED', 'EXPLORING', 'AGREED'];

const WORDS = new Catalogue<Stage>({ nl: nl.stages, en: en.stages });

/** Stages to choose from, in a sentence. */
export function stagesInWords(stages: readonly Stage[], locale: Locale): string {
  return oneOf(
    stages.map((stage) => WORDS.text(stage, locale)),
    locale,
  );
}

/** The status of a search, by its most advanced candidate. */
const STATUS_BY_STAGE: readonly (readonly [Stage, Status])[] = [
  ['READY', 'HANDING_OVER'],
  ['SHADOWING', 'SHADOWING'],
  ['AGREED', 'CANDIDATE_AGREED'],
];

export function stepsFrom(stage: Stage): readonly Stage[] {
  return STEPS[stage];
}

/** Declined, or withdrew after agreeing: to be asked anew, if at all. */
export function isEnded(stage: Stage): boolean {
  return stage === 'DECLINED' || stage === 'WITHDRAWN';
}

/** Agreed and is on the way to lead. */
export function hasAgreed(stage: Stage): boolean {
  return STATUS_BY_STAGE.some(([agreed]) => agreed === stage);
}

/** The status of an open plan with candidates in these stages. */
export function statusOf(stages: readonly Stage[]): Status {
  return STATUS_BY_STAGE.find(([stage]) => stages.includes(stage))?.[1] ?? 'SEEKING';
}
