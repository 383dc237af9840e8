import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  activities: {
    KNOWING_PARENTS: 'Knowing which parents take part',
    REACHING_PARENTS: 'Being able to reach parents',
    NETWORKS: 'Keeping track of the trekkers and members of a parent network',
    SUCCESSION: 'Finding a successor when a trekker stops',
    SCHOOL_TIES: 'Knowing until when a parent has a child at school',
    EXPERTS: 'Finding expert parents for a seat',
    CONSENTS: 'Proving what a parent consented to',
    SEATS: 'Inviting and appointing parents to advisory bodies and policy tables',
    DEPARTURES: 'Dealing with somebody who stops or dies',
    MAIL: 'Sending messages',
    WORK: 'Showing coordinators what needs attention',
    ORGANISATIONS: 'Being able to reach organisations and coordinators',
    SIGN_IN: 'Signing in, and rights',
    ACCOUNTABILITY: 'Accounting for what was done and seen, and by whom',
  },
  purposes: {
    KNOWING_PARENTS:
      'A region knows which parents want to take part, where they live, in which language they read and how much time they have. Nothing about a child is kept here.',
    REACHING_PARENTS:
      'The coordinator calls or mails a parent about the network or body that they take part in. Others see the address only with a yes of the parent; the parent sees every look at it.',
    NETWORKS:
      'A parent network has somebody who leads it on every day. For that its trekkers and members are known, from when until when, and absences. The reason of an absence is not asked.',
    SUCCESSION:
      'A network does not stop because its trekker stops. For that it is known who could take over, and what they said of it.',
    SCHOOL_TIES:
      'Whoever has no child at school any more often leaves the network. The kind of school and the year say when that is. A name, birth date, BSN or diagnosis of a child is never kept.',
    EXPERTS:
      'A body looks for a parent who speaks for more than their own story. A profile is found without a name, only with consent, and only where the parent agrees to that.',
    CONSENTS:
      'Whoever asks for consent must be able to show for what, when, by which text and how it was given or withdrawn.',
    SEATS:
      'A body asks a parent for a seat and keeps track of its holder, and until when. The name becomes known only after a yes. Whoever was nominated and has not answered yet is kept apart.',
    DEPARTURES:
      'Whoever stops or dies gets no more mail and is not asked for anything any more. Roles end all at once, and a mistake can be put right.',
    MAIL: 'Reminders, invitations and dates for the calendar. The service keeps that a message went and what it was about, not its text.',
    WORK: 'A worklist says which networks and seats need attention. It judges a network, never a parent.',
    ORGANISATIONS: 'Mailbox and telephone number of a role or an organisation, as it publishes them itself.',
    SIGN_IN:
      'Whoever signs in has an account with roles and an end date. Keeping personal data secure is a duty (AVG article 32).',
    ACCOUNTABILITY:
      'Whoever changes or looks at something stands in a log that nobody can change, so that a parent can find out what was done with their data (AVG articles 5, second paragraph, and 24).',
  },
  controllers: {
    SAMENWERKINGSVERBAND: 'samenwerkingsverband',
    GEMEENTE: 'municipality',
    PARENTS: 'organisation of parents',
    NATIONAL: 'national office',
    OTHER: 'other organisation',
  },
  grounds: {
    CONSENT: 'consent (article 6, first paragraph, a)',
    LEGAL_OBLIGATION: 'legal obligation (article 6, first paragraph, c)',
    PUBLIC_TASK: 'task in the public interest (article 6, first paragraph, e)',
    LEGITIMATE_INTEREST: 'legitimate interest (article 6, first paragraph, f)',
  },
  notes: {
    health:
      'May say something of a child’s health: with explicit consent only (article 9, second paragraph, a).',
  },
  whose: {
    PARENT: 'parents and others who take part',
    ACCOUNT_HOLDER: 'people with an account',
    ORGANISATION_CONTACT: 'contact persons of organisations',
    NOMINEE: 'people who were nominated',
  },
  seenBy: {
    COORDINATOR: 'coordinator of the region',
    NATIONAL_OFFICE: 'national office',
    NETWORK: 'trekkers and supporters of the network',
    BODY: 'whoever fills the seats of the body',
    OTHER_REGION: 'another region, by agreement',
    SIGNED_IN: 'everybody with an account',
    SERVICE: 'nobody; only the service works with it',
  },
  kept: {
    WHILE_TAKING_PART:
      'as long as somebody takes part, and 24 months after the last role, consent or candidacy',
    ROLE: 'stays under a pseudonym, since others build on it',
    UNTIL_WITHDRAWN:
      'until the parent withdraws their consent or it ends, and then as of somebody who takes part',
    PROOF: 'as long as it proves something; it names nobody',
    MAIL: '90 days',
    INVITATION: '12 months after the answer',
    INVITATION_REASON: '6 months after the answer',
    NOTE: 'as long as the region knows the parent, and 24 months after they left',
    ACCOUNT: 'until 12 months after it was last used',
    SHORT: 'until it is answered or ends, a few weeks at most',
    LIST: 'until the list is recorded or thrown away, 14 days at most; what is needed to take it back 30 days after that',
    FOLLOWS: 'as long as what it follows from',
    ORGANISATION: 'until the organisation changes it',
  },
} as const satisfies SameKeys<typeof nl>;
