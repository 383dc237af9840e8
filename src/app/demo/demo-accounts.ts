import type { DemoDays } from './demo-days.js';
import { demoId } from './demo-ids.js';
import type { TableRows } from './insert-table.js';

interface DemoAccount {
  readonly subject: string;
  readonly displayName: string;
  readonly role?: 'ADMIN' | 'COORDINATOR' | 'SECRETARY' | 'SUPPORTER';
  readonly region?: string;
  /** keys of the demo story */
  readonly organisation?: string;
  readonly person?: string;
}

const REGIONS = [
  ['JZ06', 'Noord-Kennemerland'],
  ['JZ14', 'Twente'],
  ['JZ22', 'Utrecht Stad'],
] as const;

/**
 * The accounts that can sign in at the development provider. A parent has no role in a table: it follows from the
 * person.
 */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { subject: 'demo-admin', displayName: 'Demo-beheerder', role: 'ADMIN' },
  ...REGIONS.map(([region, name]) => ({
    subject: `demo-coordinator-${region}`,
    displayName: `Demo-coördinator ${name}`,
    role: 'COORDINATOR' as const,
    region,
  })),
  ...REGIONS.map(([region, name]) => ({
    subject: `demo-secretary-${region}`,
    displayName: `Demo-secretaris ${name}`,
    role: 'SECRETARY' as const,
    region,
  })),
  {
    subject: 'demo-supporter-JZ06',
    displayName: 'Demo-ondersteuner Noord-Kennemerland',
    role: 'SUPPORTER',
    organisation: 'oudersteunpunt-nk',
  },
  { subject: 'demo-parent-JZ06', displayName: 'Marit van Voorbeeld', person: 'marit' },
  { subject: 'demo-parent-JZ22', displayName: 'Noor van der Voorbeeld', person: 'noor' },
  { subject: 'demo-parent-JZ14', displayName: 'Murat Demoglu', person: 'murat' },
  // registered as ervaringsdeskundige; Bram has an invitation to answer
  { subject: 'demo-parent-fatma', displayName: 'Fatma Voorbeeldoğlu', person: 'fatma' },
  { subject: 'demo-parent-bram', displayName: 'Bram Proefman', person: 'bram' },
];

/** The subject of the demo account for a role (in lower case) in a region. */
export function demoSubject(role: string, region?: string): string {
  return region ? `demo-${role}-${region}` : `demo-${role}`;
}

export const DEMO_ACCOUNT_IDS = DEMO_ACCOUNTS.map(({ subject }) => demoId('account', subject));

/** `regionId` gives the id of a region by its code. */
export function accountRows(
  days: DemoDays,
  issuer: string,
  regionId: (code: string) => string,
): readonly TableRows[] {
  const accounts = DEMO_ACCOUNTS.map(({ subject, displayName, person }) => ({
    id: demoId('account', subject),
    issuer,
    subject,
    display_name: displayName,
    email_norm: `${subject.toLowerCase()}@example.org`,
    locale: null,
    person_id: person ? demoId('person', person) : null,
  }));
  const roles = DEMO_ACCOUNTS.filter((account) => account.role).map(
    ({ subject, role, region, organisation }) => ({
      id: demoId('role', subject),
      account_id: demoId('account', subject),
      role,
      region_id: region ? regionId(region) : null,
      organisation_id: organisation ? demoId('organisation', organisation) : null,
      period: days.range(-12),
    }),
  );
  return [
    { table: 'accounts', rows: accounts },
    { table: 'account_roles', rows: roles },
  ];
}
