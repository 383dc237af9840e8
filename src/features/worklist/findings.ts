import type { PlainDate } from '../../kernel/clock.js';
import { Catalogue, type Locale } from '../../kernel/messages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export type FindingCode = keyof (typeof nl)['findings'];

export const FINDINGS = new Catalogue<FindingCode>({ nl: nl.findings, en: en.findings });

export type ActionCode = keyof (typeof nl)['actions'];

/** The next step that would help. */
export const ACTIONS = new Catalogue<ActionCode>({ nl: nl.actions, en: en.actions });

/** A record that a finding is based on, by GraphQL type and uuid. */
export interface Evidence {
  readonly type: string;
  readonly id: string;
}

/** A reason why a network is less secure, or what a seat or an ervaringsdeskundige needs. */
export interface Finding {
  readonly code: FindingCode;
  /** from 1 (worth noting) to 10 (urgent) */
  readonly severity: number;
  readonly since: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly count?: number;
  /** the day is on record, and not only expected */
  readonly recorded?: boolean;
  readonly evidence: readonly Evidence[];
  readonly action: { readonly code: ActionCode; readonly on: Evidence };
}

export type Band = 'STABLE' | 'ATTENTION' | 'AT_RISK' | 'CRITICAL';

/** 8 and above is critical, 4 and above at risk, any other finding needs attention. */
export function bandOf(severity: number): Band {
  if (severity >= 8) return 'CRITICAL';
  if (severity >= 4) return 'AT_RISK';
  return severity > 0 ? 'ATTENTION' : 'STABLE';
}

/** The sentence of a finding. */
export function findingMessage(finding: Finding, locale: Locale): string {
  const { code, since, dueOn: due, count = 0, recorded = false } = finding;
  return FINDINGS.text(code, locale, { since, due, count, recorded: recorded ? 'yes' : 'no' });
}
