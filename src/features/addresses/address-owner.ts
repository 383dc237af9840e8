/** Whose mail address it is. */
export interface AddressOwner {
  readonly subjectType: 'Account' | 'Person' | 'Organisation' | 'Region' | 'Oudernetwerk';
  readonly id: string;
  readonly regionId: string | null;
}

const COLUMNS = {
  Account: 'account_id',
  Person: 'person_id',
  Organisation: 'organisation_id',
  Region: 'region_id',
  Oudernetwerk: 'oudernetwerk_id',
} as const;

/** The column of `mail_address_changes` that names them. */
export function columnOf({ subjectType }: AddressOwner): string {
  return COLUMNS[subjectType];
}
