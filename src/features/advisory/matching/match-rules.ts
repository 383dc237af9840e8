import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

/**
 * The rules by which matches for a seat are judged, all in these tables. A HARD requirement that is not met blocks; a
 * PREFERRED one that is met adds its points. Stops block whatever the seat asks. The rest counts for every seat. A
 * match says how a person fits a seat, and is no judgement of a parent; children's data and health are no part of it.
 * Nor is what parents keep to themselves, because whoever sees the list chooses what a body excludes.
 */

/** Increased whenever a rule or its points change; stored with every shortlist. */
export const MATCH_RULE_VERSION = 4;

/** Invitations and seats beyond this number no longer count. */
export const COUNTED_AT_MOST = 5;

export type Sentences = Readonly<Record<Locale, string>>;

const ABOUT = new Catalogue({ nl: nl.about, en: en.about });

/** What a sentence has where the database puts what the seat asks for, or how many. */
export const HOLE = '%';

interface RequirementRule {
  /** the kind of requirement */
  readonly code: keyof (typeof nl)['met'];
  /** when PREFERRED and met */
  readonly points: number;
  readonly about: Sentences;
  readonly met: Sentences;
  readonly missing: Sentences;
  readonly unknown: Sentences;
}

const MET = new Catalogue({ nl: nl.met, en: en.met });
const MISSING = new Catalogue({ nl: nl.missing, en: en.missing });
const UNKNOWN = new Catalogue({ nl: nl.unknown, en: en.unknown });

function requirement(code: RequirementRule['code'], points: number): RequirementRule {
  const what = { what: HOLE };
  const [met, missing, unknown] = [MET, MISSING, UNKNOWN].map((said) => said.both(code, what)) as [
    Sentences,
    Sentences,
    Sentences,
  ];
  return { code, points, about: ABOUT.both(code), met, missing, unknown };
}

export const REQUIREMENT_RULES: readonly RequirementRule[] = [
  requirement('THEME', 10),
  requirement('LEVEL', 8),
  requirement('TRAINING', 8),
  requirement('DOMAIN', 6),
  requirement('REGION', 5),
  requirement('LANGUAGE', 5),
  requirement('DAY_PART', 4),
  requirement('PERSPECTIVE', 5),
];

interface StopRule extends Sentences {
  readonly code: keyof (typeof nl)['stops'];
  readonly about: Sentences;
}

const STOPS = new Catalogue({ nl: nl.stops, en: en.stops });

function stop(code: StopRule['code']): StopRule {
  return { code, about: ABOUT.both(code), ...STOPS.both(code) };
}

export const STOP_RULES: readonly StopRule[] = [
  stop('NOT_FOR_SEATS'),
  stop('PAUSED'),
  stop('MAX_SEATS'),
  stop('IN_COOLDOWN'),
];

interface StatementRule {
  readonly code: keyof (typeof nl)['statementsMet'];
  /** if it applies */
  readonly points: number;
  readonly about: Sentences;
  readonly column: 'brings_others_experience' | 'connects_with_professionals';
  readonly met: Sentences;
  readonly missing: Sentences;
  readonly unknown: Sentences;
}

const STATEMENT_MET = new Catalogue({ nl: nl.statementsMet, en: en.statementsMet });
const STATEMENT_MISSING = new Catalogue({ nl: nl.statementsMissing, en: en.statementsMissing });
const STATEMENT_UNKNOWN = new Catalogue({ nl: nl.statementsUnknown, en: en.statementsUnknown });

function statement(code: StatementRule['code'], column: StatementRule['column']): StatementRule {
  return {
    code,
    points: 10,
    about: ABOUT.both(code),
    column,
    met: STATEMENT_MET.both(code),
    missing: STATEMENT_MISSING.both(code),
    unknown: STATEMENT_UNKNOWN.both(code),
  };
}

export const STATEMENT_RULES: readonly StatementRule[] = [
  statement('BRINGS_OTHERS_EXPERIENCE', 'brings_others_experience'),
  statement('CONNECTS_WITH_PROFESSIONALS', 'connects_with_professionals'),
];

interface FairnessRule {
  readonly code: keyof (typeof nl)['fairness'];
  /** each, and at most `COUNTED_AT_MOST` times */
  readonly points: number;
  readonly about: Sentences;
  readonly none: Sentences;
  readonly once: Sentences;
  /** with a hole for how many */
  readonly more: Sentences;
}

const FAIRNESS = new Catalogue({ nl: nl.fairness, en: en.fairness });

function fairness(code: FairnessRule['code'], points: number): FairnessRule {
  const said = (count: number | string) => FAIRNESS.both(code, { count });
  return { code, points, about: ABOUT.both(code), none: said(0), once: said(1), more: said(HOLE) };
}

/** Spreads the work: MET if nothing counts against inviting them. */
export const FAIRNESS_RULES: readonly FairnessRule[] = [
  fairness('SEATS_HELD', -6),
  fairness('ASKED_LATELY', -4),
];
