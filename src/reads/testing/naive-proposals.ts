import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';
import { dayAfter, proposalStatus } from './naive-seat-days.js';

interface Entry {
  readonly place: number;
  readonly ervaringsdeskundigeId: string;
  readonly fit: string;
  readonly score: number;
  readonly criteria: readonly Row[];
}

/** Questions to parents, and who was told who they are, in memory. */
export function proposalResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists, asker } = looks;
  const { today } = asker;
  const keeps = ({ personId, personRegionId }: Row) =>
    personId === asker.personId || asker.regions.includes(personRegionId as string);
  const fills = ({ bodyId, regionId }: Row) =>
    asker.bodies.includes(bodyId as string) || asker.regions.includes(regionId as string);
  const isHeld = ({ id }: Row) =>
    rows
      .all('SeatAppointment')
      .some(
        ({ proposalId, period }) => proposalId === id && (period.until === null || period.until >= today),
      );
  const knowsWhom = (proposal: Row) =>
    keeps(proposal) ||
    (fills(proposal) &&
      (proposal.status === 'ACCEPTED' || (proposal.status === 'APPOINTED' && isHeld(proposal))));
  const forThem = (field: string) => (proposal: Row) =>
    keeps(proposal) || fills(proposal) ? proposal[field] : null;
  const named = (accountId: string | null) =>
    rows.all('everyAccount').find(({ id }) => id === accountId)?.displayName ?? null;
  const questions = (own: readonly Row[], args: Readonly<Record<string, unknown>>) =>
    lists.page('SeatProposal', own, args);

  return {
    Query: { seatProposals: looks.all('SeatProposal') },
    AdvisorySeat: { proposals: looks.listOf('SeatProposal', 'seatId') },
    Person: {
      seatProposals: ({ id }, args) =>
        questions(
          rows.all('SeatProposal').filter((each) => each.personId === id && knowsWhom(each)),
          args,
        ),
      accessLog: looks.listOf('PersonAccess', 'personId'),
    },
    SeatProposal: {
      seat: looks.one('AdvisorySeat', 'seatId'),
      ervaringsdeskundige: looks.one('Ervaringsdeskundige', 'ervaringsdeskundigeId'),
      person: (proposal) => (knowsWhom(proposal) ? rows.byId('Person', proposal.personId) : null),
      status: (proposal) => proposalStatus(proposal, today),
      closedOn: (proposal) =>
        proposalStatus(proposal, today) === 'EXPIRED' ? dayAfter(proposal.expiresOn) : proposal.closedOn,
      declineReason: forThem('declineReason'),
      message: forThem('message'),
      motivation: forThem('motivation'),
      proposedBy: (proposal) => (keeps(proposal) || fills(proposal) ? named(proposal.proposedBy) : null),
      askedThrough: (proposal) => (keeps(proposal) ? rows.byId('Oudernetwerk', proposal.askedThrough) : null),
      shortlist: (proposal) => {
        const { entries } = proposal.shortlist as { entries?: unknown };
        // none was kept of some that are older than shortlists
        return ((Array.isArray(entries) ? entries : []) as readonly Entry[])
          .map((entry) => ({
            ...entry,
            chosen: entry.ervaringsdeskundigeId === proposal.ervaringsdeskundigeId,
          }))
          .filter(({ chosen }) => fills(proposal) || (keeps(proposal) && chosen))
          .sort((a, b) => a.place - b.place);
      },
      matchRuleVersion: ({ shortlist }) => (shortlist as { ruleVersion?: number }).ruleVersion ?? null,
    },
    ShortlistEntry: {
      ervaringsdeskundige: looks.one('Ervaringsdeskundige', 'ervaringsdeskundigeId'),
      criteria: ({ criteria }) => (criteria as Row[]).map((each) => ({ ...each, message: each.nl })),
    },
    PersonAccess: {
      at: ({ happenedAt }) => `${new Date(happenedAt as string).toISOString().slice(0, 19)}Z`,
      who: ({ accountId }) => named(accountId),
      body: looks.one('AdvisoryBody', 'bodyId'),
      proposal: looks.one('SeatProposal', 'proposalId'),
    },
  };
}
