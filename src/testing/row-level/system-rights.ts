/** What `kept_by_system` grants. */
const ALL = 'delete; insert; select; update';

/**
 * Everything that the service may do with tables on its own behalf, for its listeners and jobs. No address, no phone
 * number, no note, no secret. A right that is added here is a decision: docs/development/security.md says what it gives
 * away.
 */
export const SYSTEM_TABLES: Readonly<Record<string, string>> = {
  account_roles: 'select (account_id, body_id, organisation_id, period, region_id, role)',
  accounts: 'select (display_name, id, issuer, person_id, subject)',
  advisory_bodies: 'select',
  advisory_body_organisations: 'select',
  advisory_seats: 'select',
  annulments: 'select (reason, replaced_by, subject_id, subject_type)',
  calendar_copies: ALL,
  calendar_events: 'insert; select; update (changed_at, day, is_off, sequence)',
  caretakerships: 'delete; insert; select; update (period)',
  continuities: ALL,
  continuity_findings: ALL,
  continuity_thresholds: 'select',
  ervaringsdeskundigen:
    'select (contact_paused, findable_country, findable_in, findable_partners, findable_until, id, paused, person_id, pseudonym, region_id); update (version)',
  contact_pauses: 'select (period, person_id)',
  departures:
    'insert (account_id, id, kind, last_day, note, person_id, recorded_at); select (id, kind, last_day, person_id, recorded_at, taken_back_at, xact); update (taken_back_at, xact)',
  expected_ends: ALL,
  handover_items: 'select (days_before, done_on, due_on, plan_id, version); update (due_on, version)',
  incompatibilities: 'select',
  mail_address_changes:
    'select (account_id, asked_at, asked_by, expires_on, id, organisation_id, oudernetwerk_id, outcome, person_id, region_id)',
  mail_preferences:
    'delete; insert (account_id, digest, id, organisation_id, person_id, reminders); select (account_id, organisation_id, person_id); update (digest, reminders)',
  mails:
    'insert; select; update (answered_at, attempts, due_at, last_error, message_id, recipient_id, recipient_type, sent_at)',
  memberships: 'select (oudernetwerk_id, period, person_id)',
  municipalities: 'select (id, name, region_id)',
  nominated_addresses: 'delete; select (invitation_id)',
  organisations: 'select (id, name, region_id)',
  oudernetwerken: 'select',
  person_tasks: 'select',
  people: 'select (deceased_on, id, region_id)',
  person_access_log: 'insert; select (account_id, body_id, happened_at, person_id, why)',
  person_details: 'select (display_name, given_name, person_id)',
  region_agreements: 'select',
  regions: 'select (coordinating_organisation_id, id, mailbox, name, parent_id, phone)',
  reminders: 'insert; select; update (made_at, mail_id, subject_id, told)',
  school_ties: 'select (confirmed_on, exit_latest, id, person_id)',
  seat_appointments: 'delete; select; update (end_reason, period, term_number, version)',
  seat_invitations:
    'select; update (answered_by, answered_on, closed_on, decline_kind, decline_reason, person_id, person_region_id, status, version, withdrawn_because)',
  seat_nominees: 'delete; select (given_name, invitation_id, source)',
  stale_subjects: 'delete; select',
  succession_plans:
    'delete; insert; select; update (closed_on, motivation, opened_for, oudernetwerk_id, status, stop_reason, successor_id, target_on, trekkerschap_id, version)',
  successor_candidates: 'select; update (appointed_from, next_step_on, stage, version)',
  support_arrangements: 'select',
  trainings: 'select (ervaringsdeskundige_id, id, title_norm, valid_until)',
  trekkerschappen: 'select',
  watched_subjects: ALL,
  work_item_snoozes: 'delete; select',
  work_items: ALL,
};

/** The functions that it may call and that work with the rights of the owner. */
export const SYSTEM_FUNCTIONS: readonly string[] = [
  'agreed_periods',
  'calendar_day',
  'confirm_address',
  'continuity_facts',
  'corrected_id',
  'departure_is_done',
  'departure_keeps',
  'departure_keeps_ended',
  'departure_takes_back',
  'end_candidacies',
  'end_parts_in_networks',
  'first_of_support',
  'first_of_tenure',
  'first_recorded',
  'first_term',
  'forget_addresses',
  'holiday_of',
  'is_undeliverable',
  'letter_on_paper',
  'link_signature',
  'lock_networks_of',
  'mail_address',
  'mail_is_hushed',
  'mail_pause',
  'mail_reach',
  'make_person_tasks',
  'mark_undeliverable',
  'network_closing_is_done',
  'network_closing_keeps',
  'nobody_died',
  'note_nominee_lookups',
  'people_follow_departure',
  'person_of_nominee',
  'recorded_as',
  'settle_letters',
  'sought_for',
  'tell_by_hand',
  'wish_address',
];
