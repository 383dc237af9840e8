import {
  coordinatorsAndAdmins,
  coordinatorsAndSecretaries,
  coordinatorsSupportersAndParents,
} from '../../access/policies.js';
import type { Viewer } from '../../../kernel/viewer.js';
import { phoneAsWritten, phoneNumber } from '../../../kernel/typed/phone.js';
import { at, coded, type Column, count, dayOf, joined, listAt, plain, type Read } from './list-columns.js';
import type { Kind, Purpose } from './list-export.enums.js';
import type { ListFilterInput } from './list-export.inputs.js';

/** Whose name or profile a row shows: where the id of a person stands in it, or that it is somebody's profile. */
export type Shows =
  { readonly person: string; readonly reads: string } | { readonly profile: true; readonly reads: string };

export interface ListPurposeRules {
  readonly policy: (viewer: Viewer) => boolean;
  readonly columns: readonly Column[];
  readonly shows: Shows | null;
}

/** A list: a connection of the API, read page by page as whoever takes it along, and a row of the file for each of its nodes. */
export interface List {
  /** the fields of the filter that it understands; the first must be there if `needs` it */
  readonly filters: readonly (keyof ListFilterInput)[];
  readonly needs?: true;
  /** from `query` to the connection, with `$after` and the fields of the filter as variables; `{rows}` stands for its selection */
  readonly document: string;
  /** from the answer to the connection */
  readonly path: string;
  /** by name, where the API has another order */
  readonly sorted?: { readonly reads: string; by(row: Read): string };
  /** the rows of the file for one node; the node itself if absent */
  readonly spread?: { readonly reads: string; rows(node: Read): readonly Read[] };
  readonly purposes: Readonly<Partial<Record<Purpose, ListPurposeRules>>>;
}

const insiders = coordinatorsSupportersAndParents;
const NETWORK = plain('network', 'oudernetwerk.name');
const MEMBER = plain('name', 'person.displayName');
const PERSON: Shows = { person: 'person.id', reads: 'person { id }' };
const SUBJECT: Column = {
  head: 'about',
  reads: `subject { ... on Oudernetwerk { name } ... on AdvisorySeat { title body { name } }
    ... on Ervaringsdeskundige { pseudonym } ... on PersonTask { person { displayName } }
    ... on RegionAgreement { otherRegion: region { name } } ... on RegionChange { otherRegion { name } } }`,
  cell: ({ subject }) =>
    ['name', 'body.name', 'title', 'pseudonym', 'person.displayName', 'otherRegion.name']
      .flatMap((path) => (at(subject, path) as string | null) ?? [])
      .join(', '),
};
const THEMES: Column = {
  head: 'themes',
  reads: 'themes { labelNl labelEn }',
  cell: (row, { locale }) =>
    listAt(row, 'themes')
      .map((theme) => at(theme, locale === 'nl' ? 'labelNl' : 'labelEn'))
      .join('; '),
};
const PHONE: Column = {
  ...plain('phone', 'person.contact.phone', { reaches: true }),
  cell: (row) => toBeDialled(at(row, 'person.contact.phone') as string | null),
};
const OF_ALL = 'first: 100, after: $after';

export const LISTS: Readonly<Record<Kind, List>> = {
  MEMBERS: {
    filters: ['oudernetwerkId'],
    needs: true,
    document: `query ($oudernetwerkId: ID!, $after: String) { oudernetwerk(id: $oudernetwerkId) { members(${OF_ALL}) {rows} } }`,
    path: 'oudernetwerk.members',
    sorted: {
      reads: 'person { name { familyName } }',
      by: (row) => [at(row, 'person.name.familyName'), at(row, 'person.displayName')].join(' '),
    },
    purposes: {
      CALL: {
        policy: insiders,
        columns: [NETWORK, MEMBER, PHONE],
        shows: PERSON,
      },
      WRITE: {
        policy: insiders,
        columns: [NETWORK, MEMBER, plain('email', 'person.contact.email', { reaches: true })],
        shows: PERSON,
      },
      ATTENDANCE: { policy: insiders, columns: [NETWORK, MEMBER], shows: PERSON },
    },
  },
  NETWORKS: {
    filters: ['regionId', 'networkStatus', 'band'],
    document: `query ($regionId: ID, $networkStatus: [OudernetwerkStatus!], $band: [ContinuityBand!], $after: String) {
      oudernetwerken(${OF_ALL}, filter: { regionId: $regionId, status: $networkStatus, band: $band }) {rows} }`,
    path: 'oudernetwerken',
    purposes: {
      OVERVIEW: {
        policy: () => true,
        columns: [
          plain('network', 'name'),
          plain('region', 'region.name'),
          coded('status', 'status'),
          coded('sectors', 'sectors'),
          joined('municipalities', 'municipalities', 'name'),
          plain('mailbox', 'mailbox'),
        ],
        shows: null,
      },
      CONTINUITY: {
        policy: coordinatorsAndAdmins,
        columns: [
          plain('network', 'name'),
          plain('region', 'region.name'),
          coded('status', 'status'),
          coded('band', 'continuity.band'),
          dayOf('securedUntil', 'continuity.securedUntil'),
          count('trekkers', 'trekkers'),
          plain('caretaker', 'caretaker.organisation.name'),
          joined('support', 'support', 'organisation.name'),
          dayOf('lastActivityOn', 'lastActivityOn'),
          joined('findings', 'continuity.findings', 'message', ' '),
        ],
        shows: null,
      },
    },
  },
  ROOSTER: {
    filters: ['bodyId'],
    needs: true,
    document: `query ($bodyId: ID!, $after: String) { advisoryBody(id: $bodyId) { holders(${OF_ALL}) {rows} } }`,
    path: 'advisoryBody.holders',
    purposes: {
      RETIREMENT: {
        policy: coordinatorsAndSecretaries,
        columns: [
          plain('body', 'seat.body.name'),
          plain('seat', 'seat.title'),
          MEMBER,
          plain('term', 'termNumber'),
          dayOf('latestEnd', 'latestEnd'),
          plain('again', 'mayBeReappointed'),
          plain('staysOn', 'carriesOver'),
        ],
        shows: PERSON,
      },
    },
  },
  SEATS: {
    filters: ['regionId', 'bodyId', 'seatStatus'],
    document: `query ($regionId: ID, $bodyId: ID, $seatStatus: [SeatStatus!], $after: String) {
      advisorySeats(${OF_ALL}, filter: { regionId: $regionId, bodyId: $bodyId, status: $seatStatus }) {rows} }`,
    path: 'advisorySeats',
    purposes: {
      OVERVIEW: {
        policy: () => true,
        columns: [
          plain('body', 'body.name'),
          plain('region', 'body.region.name'),
          plain('seat', 'title'),
          coded('status', 'status'),
        ],
        shows: null,
      },
      VACANCIES: {
        policy: coordinatorsAndSecretaries,
        columns: [
          plain('body', 'body.name'),
          plain('region', 'body.region.name'),
          plain('seat', 'title'),
          plain('constituency', 'constituency'),
          coded('status', 'status'),
          dayOf('vacantSince', 'vacantSince'),
          plain('vacantDays', 'vacantDays'),
          dayOf('latestEnd', 'holder.latestEnd'),
        ],
        shows: null,
      },
    },
  },
  WORKLIST: {
    filters: ['regionId'],
    document: `query ($regionId: ID, $after: String) { worklist(${OF_ALL}, regionId: $regionId) {rows} }`,
    path: 'worklist',
    purposes: {
      WORK_MEETING: {
        policy: coordinatorsAndSecretaries,
        columns: [
          SUBJECT,
          coded('band', 'band'),
          dayOf('dueOn', 'dueOn'),
          joined('reasons', 'reasons', 'message', ' '),
          joined('toDo', 'reasons', 'suggestedAction.message', ' '),
          plain('assignee', 'assignee.displayName'),
        ],
        shows: { person: 'subject.person.id', reads: 'subject { ... on PersonTask { person { id } } }' },
      },
    },
  },
  SUPPORT: {
    filters: ['regionId', 'networkStatus'],
    document: `query ($regionId: ID, $networkStatus: [OudernetwerkStatus!], $after: String) {
      oudernetwerken(${OF_ALL}, filter: { regionId: $regionId, status: $networkStatus }) {rows} }`,
    path: 'oudernetwerken',
    spread: { reads: 'support', rows: (network) => listAt(network, 'support') },
    purposes: {
      OVERVIEW: {
        policy: coordinatorsAndAdmins,
        columns: [
          plain('organisation', 'organisation.name'),
          coded('organisationKind', 'organisation.kind'),
          NETWORK,
          dayOf('since', 'period.from'),
          dayOf('until', 'period.until'),
          plain('hoursPerMonth', 'hoursPerMonth'),
        ],
        shows: null,
      },
    },
  },
  EXPERTS: {
    filters: ['regionId'],
    document: `query ($regionId: ID, $after: String) {
      ervaringsdeskundigen(${OF_ALL}, filter: { regionId: $regionId }) {rows} }`,
    path: 'ervaringsdeskundigen',
    purposes: {
      MATCHING: {
        policy: coordinatorsAndSecretaries,
        columns: [
          plain('pseudonym', 'pseudonym'),
          plain('region', 'region.name'),
          coded('domains', 'domains'),
          coded('levels', 'levels'),
          coded('participationForms', 'participationForms'),
          THEMES,
          plain('currentSeats', 'currentSeats'),
          plain('maxSeats', 'maxSeats'),
        ],
        shows: { profile: true, reads: 'id' },
      },
    },
  },
};

/** With a space, and without a plus: a spreadsheet program would take the one for a number, and the other for a formula. */
function toBeDialled(stored: string | null): string | null {
  if (stored === null) return null;
  const here = phoneAsWritten(stored);
  return here === stored ? (phoneNumber(stored)?.formatInternational() ?? stored).replace(/^\+/, '00') : here;
}
