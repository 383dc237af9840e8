import { type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';
import { processed, type Processed, type Processing, WORK_DONE } from '../../writes/processing.js';

const SIGN_IN = {
  departure: 'SILENT',
  move: nothing('an account has no home region'),
  merge: 'JOINED',
  export: 'GIVEN',
  erasure: 'ERASED',
} as const;

export const ACCESS_PERSONAL: Fates = {
  accounts: SIGN_IN,
  account_roles: {
    ...WORK_OF_ACCOUNT,
    departure: nothing('whoever gave the role ends it'),
    export: 'GIVEN',
    erasure: 'ERASED',
  },
  idempotency_keys: {
    ...WORK_OF_ACCOUNT,
    export: nothing('it holds ids of what was done'),
    erasure: 'ERASED',
  },
  audit_log: { ...WORK_OF_ACCOUNT, export: 'REDACTED' },
};

const ACCOUNT: Processing = {
  whose: 'ACCOUNT_HOLDER',
  activity: 'SIGN_IN',
  seenBy: ['NATIONAL_OFFICE'],
  kept: 'ACCOUNT',
};

export const ACCESS_PROCESSED: readonly Processed[] = [
  processed('accounts', 'issuer subject display_name email_norm locale person_id created_at', ACCOUNT),
  processed('account_roles', 'account_id role region_id organisation_id period body_id', ACCOUNT),
  processed('idempotency_keys', 'account_id key mutation input_hash answer answered_at', {
    ...ACCOUNT,
    seenBy: ['SERVICE'],
    kept: 'SHORT',
  }),
  processed(
    'audit_log',
    'happened_at account_id action subject_type subject_id region_id facts channel why',
    WORK_DONE,
  ),
];
