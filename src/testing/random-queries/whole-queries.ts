/** Queries for everything there is of something: random ones seldom reach the far ends. */
const REASONS = `code severity since dueOn message evidence { __typename id }
  suggestedAction { code message subject { __typename id } }`;
const HOW = `band securedUntil ruleVersion computedAt findings { ${REASONS} }`;
export const FUTURES = `query($on: Date) {
  oudernetwerken(first: 100, orderBy: { field: SEVERITY, direction: DESC }) { nodes { id
    continuity { ${HOW} } later: continuity(on: $on) { ${HOW} } forecast(months: 6) { month probability tenures basis }
    continuityThresholds { inactiveDays termLimitMonths mostRoles leadMonths }
    trekkerschappen { nodes { expectedEnd { on earliest latest driver confidence } } }
    successionPlans { totalCount nodes { id __typename status openedOn openedBecause targetOn closedOn stopReason motivation
      trekkerschap { id } successor { id } candidates { person { displayName } rank stage declineReason plan { id } }
      suggestions(first: 50) { points person { id } reasons { code points message } }
      handover { progress items { __typename key label mandatory owner { id } dueOn doneOn plan { id } } } } } } }
  worklist(first: 100) { totalCount nodes { band dueOn snoozedUntil snoozeReason subject { __typename id }
    reasons { ${REASONS} } } }
  all: worklist(first: 100, snoozed: true) { totalCount nodes { snoozedUntil snoozeReason subject { id } } }
  regions(first: 100) { nodes { code handoverTemplate { key label labelNl labelEn mandatory daysBefore }
    continuityThresholds { inactiveDays mostRoles } } }
  secured: oudernetwerken(filter: { securedUntil: $on }) { totalCount nodes { id } }
  unsafe: oudernetwerken(filter: { band: [CRITICAL, UNKNOWN] }, orderBy: { field: SECURED_UNTIL }) { nodes { id } } }`;

const FILTERS = [
  'findable: false',
  'domain: ZORG',
  'level: BELEID',
  'language: "AR"',
  'dayPart: WEEKEND',
  'meetingForm: ON_SITE',
  'participationForm: SEAT',
  'training: {}',
  'training: { title: "AAN tafel", state: RENEWAL_WINDOW }',
  'training: { state: EXPIRED }',
  'bringsOthersExperience: true',
  'bringsOthersExperience: false',
  'available: true',
  'available: false',
];
export const PROFILES = `query($region: ID, $theme: ID) {
  all: ervaringsdeskundigen(first: 100) { totalCount nodes { ...Whole } }
  here: ervaringsdeskundigen(filter: { regionId: $region }) { nodes { id } }
  about: ervaringsdeskundigen(filter: { themeId: $theme }) { nodes { id } }
  ${FILTERS.map((filter, index) => `f${index}: ervaringsdeskundigen(first: 100, filter: { ${filter} }) { totalCount nodes { ...Whole } }`).join('\n')}
  people(first: 100) { nodes { displayName ervaringsdeskundige { pseudonym } } } }
fragment Whole on Ervaringsdeskundige { id version pseudonym registeredOn person { displayName } region { code } themes { code }
  domains levels trainings { title completedOn validUntil state early: state(on: "2024-02-29") }
  bringsOthersExperience bringsOthersBasis bringsOthersOn connectsWithProfessionals connectsBasis connectsOn
  availability { hoursPerMonth dayParts meetingForms } languages participationForms compensation maxSeats currentSeats
  pausedPeriod { from until } paused later: paused(on: "2027-01-01") findable
  consent { scopes until textVersion language channel recordedAt } consents { totalCount nodes { given until recordedAt } }
  incompatibilities { kind organisation { name } municipality { code } period { from until } } }`;

const SEAT = `id __typename version title constituency openedOn abolishedOn body { id } status later: status(on: $on)
  vacantSince vacantDays holder { id } then: holder(on: $on) { id } next { id } requirements { kind strength domain level
  language dayPart training perspective theme { id } region { id } } appointments(first: 100) { totalCount nodes { id __typename version
  person { displayName } period { from until } latestEnd termNumber endReason nominator { id } replaces { id } carriesOver
  later: carriesOver(on: $on) mayBeReappointed reappointmentHindrance } }`;
export const SEATS = `query($on: Date) {
  advisoryBodies(first: 100) { totalCount nodes { id __typename version name kind status purpose level domains establishedOn
    endedOn region { code } regions { code } organisations { id } rules { termMonths maxConsecutiveTerms breakMonths carryOver
    replacementServesRemaining incompatibilities maxLeavingShare endsSoonMonths vacancyDays } seats { nodes { id } }
    vacant: seats(filter: { status: [VACANT, ENDS_SOON], on: $on }) { totalCount } } }
  ${['TITLE', 'VACANT_SINCE', 'LATEST_END']
    .map(
      (order) => `${order}: advisorySeats(first: 100, orderBy: { field: ${order},
    direction: DESC }) { totalCount nodes { ${order === 'TITLE' ? SEAT : 'id'} } }`,
    )
    .join(' ')}
  ervaringsdeskundigen(first: 100) { nodes { pseudonym currentSeats person { displayName } } }
  seatInvitations(first: 100) { totalCount nodes { id __typename version seat { id } ervaringsdeskundige { pseudonym }
    person { displayName } status askedOn expiresOn answeredOn closedOn withdrawnBecause declineKind declineReason message
    motivation invitedBy askedThrough { name } matchRuleVersion shortlist { place chosen fit score ervaringsdeskundige { id }
    criteria { code state points blocks message } } } }
  people(first: 100) { nodes { displayName name { familyName } ervaringsdeskundige { pseudonym } seatAppointments { nodes { id } }
    seatInvitations { nodes { id } } accessLog { totalCount nodes { at what why who body { name } invitation { id } } } } } }`;
export const MATCHES = `query($seatId: ID!) { matches(seatId: $seatId, first: 100) { totalCount hiddenForConsent
  edges { cursor } nodes { fit score ervaringsdeskundige { id } blockers { code } criteria { code state points blocks message } } } }`;
