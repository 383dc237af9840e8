import {
  ELSEWHERE,
  KEEPERS,
  NETWORK,
  OUTLINE,
  SEARCHERS,
  SEARCHERS_ALONG,
  SEATS,
  type ObjectName,
  type Principal,
} from './access-objects.js';

/** For every object that is examined, or for some; for the others, everybody who sees them. */
type SeenBy = string | Partial<Record<ObjectName, string>>;

interface TypeAccess {
  /** the objects that are examined; together they have a value for every field, except `absent` */
  readonly of: readonly ObjectName[];
  /** fields that come with the object: whoever sees it sees them */
  readonly fields: string;
  /** fields with a purpose of their own: of those who see the object, only these see them */
  readonly apart?: Readonly<Record<string, SeenBy>>;
  /** of such a field of the first object, others see only these objects */
  readonly parts?: Readonly<Record<string, Partial<Record<Principal, ObjectName>>>>;
  /** lists and counts that differ per viewer: tested where they are defined */
  readonly own?: string;
  /** fields that come with the object, for which no test object has a value */
  readonly absent?: string;
}

const CONSENTS = { profile: `${KEEPERS} expert`, 'profile country-wide': 'neighbour' };
/** The principals that know whom an invitation is for, and that may read its texts, by invitation. */
const WHOM = {
  invitation: `${KEEPERS} expert`,
  'invitation with a yes': `${KEEPERS} secretary neighbour`,
  'invitation with a no': 'neighbour',
  'invitation that led to a seat': `${KEEPERS} secretary expert`,
  'invitation again': `${KEEPERS} formerHolder`,
  'invitation by nomination': '',
};
const WORDS = {
  ...WHOM,
  invitation: `${KEEPERS} neighbour bodySecretary expert`,
  'invitation with a no': 'neighbour bodySecretary',
  'invitation again': `${KEEPERS} secretary formerHolder`,
  'invitation by nomination': `${KEEPERS} secretary`,
};
const OF_ELSEWHERE = { 'seat elsewhere': ELSEWHERE };

/** Every field of every type that has an id. */
export const NODE_FIELDS: Readonly<Record<string, TypeAccess>> = {
  Region: {
    of: ['region', 'region below'],
    fields: `id version code name kind parent municipalities coordinatingOrganisation handoverTemplate
      continuityThresholds mailbox phone responsibleOrganisation`,
    apart: { oudernetwerken: OUTLINE },
    parts: {
      oudernetwerken: {
        supporter: 'network',
        trekker: 'network',
        member: 'network',
        former: 'network',
        mixed: 'network',
      },
    },
    own: 'continuity expectedDepartures agreements pendingMailbox colleagues',
    absent: 'coordinatingOrganisation',
  },
  Municipality: {
    of: ['municipality'],
    fields: 'id code name province region validFrom validUntil holidayRegion',
    absent: 'validFrom validUntil',
  },
  SchoolHoliday: { of: ['school holiday'], fields: 'id version schoolYear kind holidayRegion period' },
  Theme: {
    of: ['theme'],
    fields: 'id version code labelNl labelEn parent retiredOn',
    absent: 'retiredOn',
  },
  ThemeProposal: {
    of: ['theme proposal'],
    fields: 'id version region label motivation proposedOn status answeredOn answerReason theme',
    absent: 'answeredOn answerReason theme',
  },
  Organisation: {
    of: ['organisation', 'school'],
    fields:
      'id version name nameStatus officialName labelDerived kind code domains place email phone emailUndeliverable region municipalities parent',
    apart: { pendingEmail: { organisation: KEEPERS } },
    own: 'oudernetwerken',
    absent: 'labelDerived',
  },
  Person: {
    of: ['trekker', 'expert'],
    fields: `id version displayName name region municipality perspectives language participationForms
      availability trekkerschappen memberships seatAppointments deceasedOn erasedOn hiddenName responsibleOrganisation`,
    apart: {
      networkContact: { trekker: 'director coordinator trekker', expert: '' },
      consents: { trekker: 'director coordinator trekker', expert: `${KEEPERS} expert` },
      contact: { trekker: 'director coordinator supporter trekker', expert: `${KEEPERS} secretary expert` },
      note: 'director coordinator',
      schoolTies: { trekker: 'admin director coordinator trekker' },
      departure: { trekker: 'director coordinator trekker' },
      contactPausedUntil: { trekker: `${SEARCHERS_ALONG} trekker` },
      move: { trekker: 'director coordinator trekker' },
      ervaringsdeskundige: { expert: `${KEEPERS} secretary expert` },
      accessLog: { trekker: 'director coordinator trekker', expert: `${KEEPERS} expert` },
    },
    // of the invitations to a parent, everybody sees those they may connect with them: see invitation-privacy.test.ts
    own: 'possibleDuplicates seatInvitations merges',
    absent: 'deceasedOn erasedOn hiddenName',
  },
  PersonMove: {
    of: ['move'],
    fields: 'id version person because fromRegion toRegion municipality on status answeredOn',
  },
  RegionChange: {
    of: ['region change'],
    fields: 'id version region otherRegion comes on municipalities networks people',
    absent: 'municipalities networks people',
  },
  PersonTask: { of: ['task'], fields: 'id version person region kind madeOn dueOn doneOn' },
  PersonDeparture: { of: ['departure'], fields: 'id kind on note takeBackUntil takenBack ended notRestored' },
  SchoolTie: {
    of: ['school tie'],
    fields: 'id version stage yearLevel schoolYear school confirmedOn statedExit expectedExit',
  },
  Oudernetwerk: {
    of: ['network', 'ended network'],
    fields: `id name purpose status region municipalities sectors themes meetingRhythm activeFrom endedOn endReason
      endKind continuityThresholds mailbox responsibleOrganisation`,
    // those who see the outline only do not see how it moves: see access-outline.test.ts; nor how it is doing: see
    // access-continuity.test.ts
    own: 'version lastActivityOn continuity agreements pendingMailbox predecessors successors',
    apart: {
      contactPerson: NETWORK,
      trekkers: NETWORK,
      trekkerschappen: NETWORK,
      caretaker: NETWORK,
      caretakerships: NETWORK,
      members: NETWORK,
      support: NETWORK,
      activities: NETWORK,
      endTasks: NETWORK,

      successionPlans: NETWORK,
      forecast: NETWORK,
    },
    parts: {
      trekkerschappen: { former: 'trekkerschap until yesterday', member: 'trekkerschap to come' },
      members: { member: 'membership', mixed: 'membership of a coordinator' },
    },
  },
  Trekkerschap: {
    of: ['trekkerschap', 'trekkerschap until yesterday', 'trekkerschap to come'],
    fields:
      'id version person oudernetwerk role period tenure absences plannedEnd expectedEnd endReason predecessor',
    apart: { successor: NETWORK },
  },
  Absence: {
    of: ['absence', 'absence from a seat'],
    fields: 'id version person oudernetwerk body period expectedUntil substitute',
    apart: { alternate: SEATS },
    absent: 'substitute',
  },
  Caretakership: { of: ['caretakership'], fields: 'id organisation oudernetwerk period standby' },
  SupportArrangement: { of: ['support'], fields: 'id organisation oudernetwerk hoursPerMonth period' },
  Membership: { of: ['membership'], fields: 'id person oudernetwerk perspective period' },
  Activity: {
    of: ['activity'],
    fields: 'id oudernetwerk kind on held plannedOn startTime place title attendance message',
    // and who sees it: see messages.test.ts
    absent: 'message',
  },
  SuccessionPlan: {
    of: ['succession plan'],
    fields: `id version oudernetwerk trekkerschap status openedOn openedBecause targetOn closedOn stopReason motivation
      successor handover`,
    apart: { candidates: SEARCHERS },
    own: 'suggestions',
    absent: 'closedOn stopReason motivation successor',
  },
  SuccessorCandidate: {
    of: ['candidate', 'candidate who withdrew'],
    fields: 'id version plan person rank readiness stage nextStepOn endedOn',
    apart: { declineReason: SEARCHERS_ALONG, motivation: SEARCHERS_ALONG },
  },
  HandoverItem: {
    of: ['handover item'],
    fields: 'id version plan key label mandatory owner dueOn doneOn',
  },
  Ervaringsdeskundige: {
    of: ['profile', 'profile country-wide'],
    fields: `id pseudonym region registeredOn themes domains levels trainings bringsOthersExperience bringsOthersBasis
      bringsOthersOn connectsWithProfessionals connectsBasis connectsOn availability languages participationForms
      compensation maxSeats currentSeats paused pausedPeriod findable`,
    // whoever finds them does not see how the record moves: see clash-work.test.ts
    own: 'version',
    apart: {
      person: {
        profile: `${KEEPERS} secretary expert`,
        'profile country-wide': `${KEEPERS} secretary neighbour`,
      },
      consent: CONSENTS,
      consents: CONSENTS,
      incompatibilities: { profile: `${KEEPERS} expert` },
    },
  },
  Training: {
    of: ['training'],
    fields: 'id version title issuer completedOn validUntil state ervaringsdeskundige',
  },
  Incompatibility: {
    of: ['incompatibility', 'incompatibility elsewhere'],
    fields: 'id kind organisation municipality period',
  },
  Consent: {
    of: ['consent', 'withdrawal'],
    fields: 'id purpose given scopes until textVersion language channel recordedAt',
  },
  AdvisoryBody: {
    of: ['body'],
    fields: `id version name kind region regions organisations purpose level domains establishedOn endedOn status
      rules responsibleOrganisation`,
    apart: { seats: SEATS, holders: SEATS, retirementSchedule: SEATS, agreements: `${SEATS} neighbour` },
    parts: {
      seats: { expert: 'seat', neighbour: 'vacant seat', formerHolder: 'vacant seat' },
      holders: { expert: 'appointment' },
    },
    absent: 'endedOn regions',
  },
  RegionAgreement: {
    of: ['agreement', 'agreement asked'],
    fields: `id version kind subject homeRegion region status period askedOn motivation responsibilities answeredOn
      answerReason endedBy endReason`,
    absent: 'endedBy endReason responsibilities',
  },
  AdvisorySeat: {
    of: ['seat', 'vacant seat', 'seat elsewhere'],
    fields: `id version body title constituency openedOn abolishedOn requirements status vacantSince vacantDays`,
    // formerHolder was only invited for it, the others only coordinate the region of those who were
    apart: {
      appointments: { ...OF_ELSEWHERE, 'vacant seat': `${SEATS} formerHolder` },
      holder: OF_ELSEWHERE,
      next: OF_ELSEWHERE,
    },
    own: 'invitations',
    absent: 'abolishedOn',
  },
  SeatAppointment: {
    of: ['appointment', 'appointment until yesterday', 'appointment after the term'],
    fields: `id version seat person period latestEnd termNumber endReason nominator replaces carriesOver
      mayBeReappointed reappointmentHindrance absences perspective`,
    absent: 'replaces',
  },
  SeatInvitation: {
    of: [
      'invitation',
      'invitation that led to a seat',
      'invitation with a yes',
      'invitation with a no',
      'invitation taken back',
      'invitation that ran out',
      'invitation again',
      'invitation by nomination',
    ],
    fields: `id version seat ervaringsdeskundige formerAppointment status askedOn expiresOn answeredOn closedOn withdrawnBecause
      declineKind matchRuleVersion`,
    apart: {
      person: WHOM,
      perspective: WHOM,
      message: WORDS,
      motivation: WORDS,
      declineReason: WORDS,
      invitedBy: WORDS,
      shortlist: WORDS,
      askedThrough: { 'invitation with a yes': 'neighbour' },
      nominee: { 'invitation by nomination': `${KEEPERS} secretary` },
      clashes: { invitation: `${KEEPERS} expert`, 'invitation that led to a seat': `${KEEPERS} expert` },
    },
  },
  Import: {
    of: ['import'],
    fields: 'id version kind state region oudernetwerk schoolYear columns counts kept undoUntil',
    own: 'rows',
  },
  PersonAccess: {
    of: ['name told', 'name told elsewhere'],
    fields: 'id at what why who body invitation purpose',
    absent: 'purpose',
  },
};

/** Every field of the types without an id: they come with the field that returns them. */
export const PART_FIELDS: Readonly<Record<string, string>> = {
  Viewer: 'id displayName roles person locale mailPreferences',
  MailPreferences: 'reminders digest quietFrom quietUntil email pendingEmail emailUndeliverable',
  ViewerRole: 'kind region organisation',
  PersonName: 'givenName infix familyName sortName',
  ContactDetails: 'email pendingEmail emailUndeliverable phone',
  PersonAvailability: 'hoursPerMonth dayParts',
  ExpectedExit: 'earliest latest confidence',
  Period: 'from until',
  PlannedEnd: 'on reason',
  ExpectedEnd: 'on earliest latest driver confidence',
  Continuity: 'band securedUntil findings computedAt ruleVersion',
  ContinuityFinding: 'code severity since dueOn message evidence suggestedAction',
  SuggestedAction: 'code message subject',
  ContinuityThresholds: `tenureGuidelineMonths termLimitMonths endsSoonMonths leaveTogetherDays supportEndingMonths
    inactiveDays mostRoles tieConfirmedMonths leadMonths`,
  DepartureImpact: 'person on networks seats openItems repairs ends',
  PersonErasure: 'person goes stays hindrances impact mentions',
  HeldOfPerson: 'place rows',
  ErasureHindrance: 'code message',
  DepartureParts:
    'trekkerschappen memberships seatAppointments candidates invitations handoverItems contactOf',
  NetworkImpact: 'oudernetwerk before after coveredBy findings',
  Colleague: 'id displayName',
  ImportCounts: 'total judged recorded new same changes doubtful bad undecided',
  ImportColumn: 'index name field',
  ImportRow: 'number name outcome person changes candidates problems decision',
  ImportProblem: 'column code message',
  ImportChange: 'field from to',
  ImportCandidate: 'person reasons',
  ImportKept: 'number kind reason person',
  DuplicatePair: 'person other reasons certainty',
  MergeClash: 'key kind choices objects',
  PersonMergePreview: 'clashes goesOver',
  PersonMerge: 'otherId on undoUntil newSince notRestored',
  SearchHit: 'kind score object',
  WorkItem: 'subject band reasons dueOn snoozedUntil snoozeReason assignee',
  SurvivalPoint: 'month probability tenures basis',
  RegionContinuity: 'total stable attention atRisk critical unknown',
  SchoolYearDepartures:
    'schoolYear from until trekkers childLeavesSchool networks networksLeftWithoutTrekker',
  NetworkEndTask: 'task doneOn',
  NetworkSuccession: 'predecessor successor kind fromDay',
  Handover: 'progress items',
  HandoverTemplateItem: 'key label labelNl labelEn mandatory daysBefore',
  SuccessorSuggestion: 'person reasons points',
  SuggestionReason: 'code message points',
  Availability: 'hoursPerMonth dayParts meetingForms',
  BodyRules: `termMonths maxConsecutiveTerms breakMonths carryOver replacementServesRemaining incompatibilities
    maxLeavingShare endsSoonMonths vacancyDays alternates`,
  RetirementYear: 'year leaving vacancies leavingShare warnings',
  Retirement: 'appointment seat endsOn termNumber mayBeReappointed carriesOver',
  RetirementWarning: 'code message seats',
  SeatNominee: 'displayName email emailUndeliverable source',
  ShortlistEntry: 'place chosen ervaringsdeskundige fit score criteria',
  SeatRequirement: 'kind strength theme domain level region language dayPart training perspective',
  AccessEntry: 'at what why reader purpose',
  AccessReader: 'role organisation region',
  AuditEntry: 'at action who channel why fields changes',
  AuditChange: 'place before after',
  ProcessingActivity: 'name purpose grounds data',
  ProcessingGround: 'controller ground',
  ProcessedData: 'place columns whose seenBy kept health',
  NetworkContactText: 'version language text',
  NetworkMessage: 'writtenAs subject text sentTo notSentTo bounced',
  ConsentText: 'purpose version language text',
  FindableConsentText: 'version language scopes text current',
  Match: 'ervaringsdeskundige fit score criteria blockers',
  MatchCriterion: 'code state points blocks message',
  MatchRule: 'code kind points atMost about',
  PageInfo: 'hasNextPage hasPreviousPage startCursor endCursor',
};
