import { byText } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';
import { agreedRegions, dayAfter, invitationStatus } from './naive-seat-days.js';

interface Entry {
  readonly place: number;
  readonly ervaringsdeskundigeId: string;
  readonly fit: string;
  readonly score: number;
  readonly criteria: readonly Row[];
}

/** Invitations and disclosures, in memory. */
export function invitationResolvers(looks: NaiveLooks): Resolvers {
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
        ({ invitationId, period }) => invitationId === id && (period.until === null || period.until >= today),
      );
  const knowsWhom = (invitation: Row) =>
    keeps(invitation) ||
    (fills(invitation) &&
      (invitation.status === 'ACCEPTED' || (invitation.status === 'APPOINTED' && isHeld(invitation))));
  const forThem = (field: string) => (invitation: Row) =>
    keeps(invitation) || fills(invitation) ? invitation[field] : null;
  const named = (accountId: string | null) =>
    rows.all('everyAccount').find(({ id }) => id === accountId)?.displayName ?? null;
  const invitations = (own: readonly Row[], args: Readonly<Record<string, unknown>>) =>
    lists.page('SeatInvitation', own, args);

  return {
    Query: { seatInvitations: looks.all('SeatInvitation') },
    AdvisorySeat: { invitations: looks.listOf('SeatInvitation', 'seatId') },
    Person: {
      seatInvitations: ({ id }, args) =>
        invitations(
          rows.all('SeatInvitation').filter((each) => each.personId === id && knowsWhom(each)),
          args,
        ),
      accessLog: looks.listOf('PersonAccess', 'personId'),
    },
    SeatInvitation: {
      seat: looks.one('AdvisorySeat', 'seatId'),
      ervaringsdeskundige: looks.one('Ervaringsdeskundige', 'ervaringsdeskundigeId'),
      formerAppointment: looks.one('SeatAppointment', 'formerAppointmentId'),
      nominee: ({ id }) => rows.all('nominees').find(({ invitationId }) => invitationId === id) ?? null,
      person: (invitation) => (knowsWhom(invitation) ? rows.byId('Person', invitation.personId) : null),
      status: (invitation) => invitationStatus(invitation, today),
      closedOn: (invitation) =>
        invitationStatus(invitation, today) === 'EXPIRED'
          ? dayAfter(invitation.expiresOn)
          : invitation.closedOn,
      declineReason: forThem('declineReason'),
      message: forThem('message'),
      motivation: forThem('motivation'),
      invitedBy: (invitation) =>
        keeps(invitation) || fills(invitation) ? named(invitation.invitedBy) : null,
      askedThrough: (invitation) =>
        keeps(invitation) ? rows.byId('Oudernetwerk', invitation.askedThrough) : null,
      shortlist: (invitation) => {
        const { entries } = invitation.shortlist as { entries?: unknown };
        // some that are older than shortlists have none
        return ((Array.isArray(entries) ? entries : []) as readonly Entry[])
          .map((entry) => ({
            ...entry,
            chosen: entry.ervaringsdeskundigeId === invitation.ervaringsdeskundigeId,
          }))
          .filter(({ chosen }) => fills(invitation) || (keeps(invitation) && chosen))
          .sort((a, b) => a.place - b.place);
      },
      clashes: (invitation) => clashes(looks, invitation),
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
      invitation: looks.one('SeatInvitation', 'invitationId'),
    },
  };
}

/** What the viewer sees of the parent that the rules of the body exclude, today or later. */
function clashes({ rows, filters, asker }: NaiveLooks, { bodyId, personId }: Row): Row[] {
  const { incompatibleKinds, regionId } = rows.byId('AdvisoryBody', bodyId)!;
  const places = [regionId as string, ...agreedRegions(rows, bodyId as string, filters.today)];
  const regions = places.flatMap((id) => [...filters.below(id)]);
  const organisations = rows
    .all('bodyOrganisations')
    .filter((each) => each.bodyId === bodyId)
    .map(({ organisationId }) => organisationId);
  const own = rows.all('Ervaringsdeskundige').find((profile) => profile.personId === personId);
  return rows
    .all('Incompatibility')
    .filter(
      ({ ervaringsdeskundigeId, kind, organisationId, municipalityId, period }) =>
        own?.id === ervaringsdeskundigeId &&
        (incompatibleKinds as string[]).includes(kind) &&
        (period.until === null || period.until >= asker.today) &&
        (organisations.includes(organisationId) ||
          regions.includes(rows.byId('Municipality', municipalityId)?.regionId)),
    )
    .sort((a, b) => byText(a.id, b.id));
}
