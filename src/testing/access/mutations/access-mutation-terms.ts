import { type ObjectName, PRINCIPALS } from '../access-objects.js';

type Ids = Readonly<Record<ObjectName, string>>;

/**
 * Who may, of those whose role may attempt it; and the code with which it is refused all the same, for another
 * reason.
 */
type Allowed = string | { readonly allowed: string; readonly code: string };

export interface Attempt {
  /** the input field that names the object */
  readonly names: string;
  /** the rest of the input */
  readonly input: (ids: Ids) => object;
  readonly on: Partial<Record<ObjectName, Allowed>>;
  /** only these try; defaults to all principals */
  readonly by?: string;
  /** those who see the object, but nothing of what the mutation is about: for them it does not exist */
  readonly notThereFor?: string;
}

export interface MutationAccess {
  /** the principals whose role may attempt it; others get FORBIDDEN whatever they name */
  readonly roles: string;
  readonly attempts: readonly Attempt[];
  /** returns one of its objects, not all */
  readonly either?: true;
}

export const EVERYBODY = PRINCIPALS.join(' ');
export const HERE = 'director coordinator';
export const THERE = 'neighbour';
export const COORDINATORS = 'director coordinator neighbour mixed';
export const AND_PARENTS = `${COORDINATORS} trekker member former expert formerHolder`;
export const AND_SECRETARIES = `${COORDINATORS} secretary bodySecretary`;
export const AND_SUPPORTERS = `${COORDINATORS} supporter`;

export const IN_REGION = { region: HERE, 'region below': HERE, 'region elsewhere': THERE };
export const OF_NETWORK = { network: HERE, 'network elsewhere': THERE };
export const OF_FORMING = { 'forming network': HERE, 'network below': HERE, 'forming elsewhere': THERE };
/** The director is an admin too, and as such sees everybody. */
export const VISIBLE = { by: HERE, on: { guest: HERE, stranger: 'director' } };
export const OF_SELF = {
  trekker: `${HERE} trekker`,
  member: `${HERE} member`,
  'former trekker': `${HERE} former`,
  'member who coordinates there': `${HERE} mixed`,
  guest: THERE,
  stranger: THERE,
  expert: `${HERE} expert`,
};
export const PAST = { 'trekkerschap until yesterday': { allowed: HERE, code: 'ALREADY_ENDED' } };
export const period = { from: '2027-01-01' };

/** Input fields that name reference data, which everybody sees, or a colleague, who is no node: see assignments.test.ts. */
export const REFERENCES = new RegExp(
  `(^|\\.)(${[
    'municipalityIds?',
    'toRegionId',
    'themeIds',
    'schoolId',
    'parentId',
    'organisationIds?',
    'coordinatingOrganisationId',
    'responsibleOrganisationId',
    'patch\\.responsibleOrganisationId',
    'caretakerId',
    'assigneeId',
    'fromId',
    'toId',
    'themeId',
    'requirements\\.regionId',
    // one of the candidates of a row: see import-people.test.ts
    'rows\\.personId',
  ].join('|')})$`,
);
