import { describedEnum } from '../../graphql/connections.js';

export const SuccessionStatus = describedEnum('SuccessionStatus', 'How far a succession is.', {
  SEEKING: 'Nobody has agreed yet.',
  CANDIDATE_AGREED: 'A candidate has agreed.',
  SHADOWING: 'A candidate walks along with the trekker.',
  HANDING_OVER: 'A candidate is ready to lead.',
  COMPLETED: 'The successor leads, or will from a known day on.',
  STOPPED: 'Stopped; see `stopReason`.',
});

export const OpenedBecause = describedEnum('OpenedBecause', 'Why a succession plan was opened.', {
  BY_HAND: 'Somebody opened it, or took over one that the service had opened.',
  LEAD_TIME: 'The service: the expected end comes near.',
  DEPARTURE: 'The service: a last day was recorded.',
});

export const CandidateStage = describedEnum('CandidateStage', 'How far the talks with a candidate are.', {
  IDENTIFIED: 'Thought of; not asked yet.',
  APPROACHED: 'Asked; no answer yet.',
  EXPLORING: 'Finding out together whether it fits.',
  AGREED: 'Said yes.',
  SHADOWING: 'Said yes, and walks along with the trekker.',
  READY: 'Said yes, and is ready to lead.',
  APPOINTED: 'Became the successor.',
  DECLINED: 'Said no.',
  WITHDRAWN: 'No longer a candidate, for another reason or after having said yes.',
});

export const Readiness = describedEnum('Readiness', 'How soon a candidate could lead.', {
  NOW: 'At once.',
  SIX_MONTHS: 'Within six months.',
  TWELVE_MONTHS: 'Within twelve months.',
});
