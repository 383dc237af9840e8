import { byText, covers } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import { type Row, uuidOf } from './naive-rows.js';
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
    Query: {
      seatInvitations: looks.all('SeatInvitation'),
      accessLog: (_row, { personId, ...page }) => {
        const own = rows.all('PersonAccess').filter((row) => row.personId === uuidOf(personId));
        return lists.page('AccessEntry', own, page);
      },
      auditLog: (_row, { subjectId, ...page }) => {
        const about = uuidOf(subjectId);
        const changed = rows.all('auditValues').filter(({ personId }) => personId === about);
        const isAbout = ({ id, subjectId: of }: Row) =>
          of === about || changed.some(({ auditId }) => auditId === id);
        const entries = rows.all('AuditEntry').filter(isAbout);
        return lists.page(
          'AuditEntry',
          entries.map((entry) => ({ ...entry, about })),
          page,
        );
      },
    },
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
    AccessEntry: {
      at: ({ happenedAt }) => `${new Date(happenedAt as string).toISOString().slice(0, 19)}Z`,
      reader: (entry) => readerAs(looks, entry),
    },
    AccessReader: {
      organisation: looks.one('Organisation', 'organisationId'),
      region: looks.one('Region', 'regionId'),
    },
    AuditEntry: {
      at: ({ happenedAt }) => `${new Date(happenedAt as string).toISOString().slice(0, 19)}Z`,
      who: ({ accountId }) => named(accountId),
      why: ({ why, subjectId, happenedAt }) =>
        why ??
        rows
          .all('annulments')
          .find((row) => row.subjectId === subjectId && String(row.annulledAt) === String(happenedAt))
          ?.reason ??
        null,
      fields: ({ facts }) => (facts as { fields?: string[] }).fields ?? [],
      changes: ({ id, about }) =>
        rows
          .all('auditValues')
          .filter((row) => row.auditId === id && (row.personId === about || !rows.byId('Person', about)))
          .sort((a, b) => byText(a.place, b.place) || byText(a.rowId, b.rowId)),
    },
    PersonAccess: {
      at: ({ happenedAt }) => `${new Date(happenedAt as string).toISOString().slice(0, 19)}Z`,
      who: ({ accountId }) => named(accountId),
      body: looks.one('AdvisoryBody', 'bodyId'),
      invitation: looks.one('SeatInvitation', 'invitationId'),
    },
  };
}

const RANKS = ['SUPPORTER', 'SECRETARY', 'COORDINATOR', 'ADMIN', 'TREKKER'];

/** As what somebody looked on that day: the secretary for a body, else the role in the region of the person. */
function readerAs(looks: NaiveLooks, { accountId, happenedAt, bodyId, personRegionId }: Row): Row | null {
  const { rows } = looks;
  const account = rows.all('everyAccount').find(({ id }) => id === accountId);
  const day = new Date(happenedAt as string).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
  const held = rows
    .all('everyRole')
    .filter((row) => row.accountId === accountId && covers(row, day))
    .map((row) => {
      const regionId =
        row.regionId ?? rows.all('everyBody').find(({ id }) => id === row.bodyId)?.regionId ?? null;
      const country = rows.all('Region').find(({ parentId }) => parentId === null)!;
      const organisation =
        row.organisationId ?? looks.responsible({ regionId: regionId ?? country.id })?.id ?? null;
      return { role: row.role, organisationId: organisation, regionId };
    });
  const leads = rows
    .all('everyTenure')
    .filter((row) => account?.personId != null && row.personId === account.personId && covers(row, day))
    .map((row) => ({
      role: 'TREKKER',
      organisationId:
        looks.responsible(rows.all('everyNetwork').find(({ id }) => id === row.oudernetwerkId)!)?.id ?? null,
      regionId: row.regionId,
    }));
  const place = ({ role, regionId }: Row) =>
    `${(role === 'SECRETARY') === (bodyId !== null) ? 0 : 1}${regionId === personRegionId ? 0 : 1}${RANKS.indexOf(role)}`;
  return (
    [...held, ...leads].sort(
      (a, b) =>
        byText(place(a), place(b)) ||
        byText(a.regionId ?? '~', b.regionId ?? '~') ||
        byText(a.organisationId ?? '~', b.organisationId ?? '~'),
    )[0] ?? null
  );
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
