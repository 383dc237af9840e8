import { describedEnum } from '../../graphql/connections.js';

export const SuccessionStatus = describedEnum('SuccessionStatus', 'Progress of a succession.', {
  SEEKING: 'Nobody has agreed yet.',
  CANDIDATE_AGREED: 'A candidate has agreed.',
  SHADOWING: 'A candidate is shadowing the trekker.',
  HANDING_OVER: 'A candidate is ready to lead.',
  COMPLETED: 'The successor leads, or will from a known day on.',
  STOPPED: 'Stopped; see `stopReason`.',
});

export const OpenedBecause = describedEnum('OpenedBecause', 'Why a succession plan was opened.', {
  BY_HAND: 'A user opened it, or took over one that the service had opened.',
  LEAD_TIME: 'The service opened it because the expected end is approaching.',
  DEPARTURE: 'The service opened it because a last day was recorded.',
});

export const CandidateStage = describedEnum('CandidateStage', 'Stage of the conversation with a candidate.', {
  IDENTIFIED: 'Considered, but not asked yet.',
  APPROACHED: 'Asked, but has not answered yet.',
  EXPLORING: 'Exploring together whether the role suits them.',
  AGREED: 'Agreed to take over.',
  SHADOWING: 'Agreed to take over, and shadowing the trekker.',
  READY: 'Agreed to take over, and ready to lead.',
  APPOINTED: 'Became the successor.',
  DECLINED: 'Declined.',
  WITHDRAWN: 'No longer a candidate, for another reason or after having agreed.',
});

export const Readiness = describedEnum('Readiness', 'How soon a candidate could lead.', {
  NOW: 'Immediately.',
  SIX_MONTHS: 'Within six months.',
  TWELVE_MONTHS: 'Within twelve months.',
});
