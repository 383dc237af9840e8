import { type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';

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
    erasure: nothing('it holds ids, and goes with its account'),
  },
  audit_log: { ...WORK_OF_ACCOUNT, export: 'REDACTED' },
};
