import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';
import { ProfileMakers } from '../../makers/profile-makers.js';
import { CONSENT_TEXTS } from '../../../features/ervaringsdeskundigen/consent/consent-text.js';

type Inputs = Record<string, Record<string, unknown>>;

/** A good input for every mutation about themes, each on records of its own. */
export async function themeInputs(make: Makers, region: string): Promise<Inputs> {
  const proposal = async () => nodeId('ThemeProposal', await make.themeProposal(region));
  const theme = async () => nodeId('Theme', await make.theme());
  const labels = { labelNl: 'Wonen', labelEn: 'Housing' };
  return {
    themeCreate: { code: 'WONEN', ...labels, parentId: await theme() },
    themePropose: { regionId: nodeId('Region', region), label: 'Vervoer', motivation: 'Dat missen wij' },
    themeDecide: {
      id: await proposal(),
      expectedVersion: 1,
      adopt: { code: 'WONEN_JEUGD', ...labels, parentId: await theme() },
      reason: 'Goed idee',
    },
    themeUpdate: {
      id: await theme(),
      expectedVersion: 1,
      patch: { ...labels, parentId: await theme(), retiredOn: '2027-01-01' },
    },
  };
}

/** A good input for every mutation about ervaringsdeskundigen, each on a profile of its own in a region (uuid). */
export async function profileInputs(
  owner: Client,
  make: Makers,
  region: string,
  municipalityId: string,
): Promise<{ readonly inputs: Inputs; readonly instead: Record<string, Inputs> }> {
  const profiles = new ProfileMakers(owner);
  const profile = async () => profiles.profile(await make.person(region));
  const ervaringsdeskundigeId = async () => nodeId('Ervaringsdeskundige', await profile());
  const training = async () => {
    const id = uuid();
    await owner.query(
      `insert into trainings (id, ervaringsdeskundige_id, title, issuer, completed_on)
       values ($1, $2, 'Basistraining', 'Demo', '2026-01-01')`,
      [id, await profile()],
    );
    return nodeId('Training', id);
  };
  const incompatibility = async () => {
    const id = uuid();
    await owner.query(
      `insert into incompatibilities (id, ervaringsdeskundige_id, kind, organisation_id, period)
       values ($1, $2, 'EMPLOYEE', $3, '[2026-01-01,)')`,
      [id, await profile(), await make.organisation(region)],
    );
    return nodeId('Incompatibility', id);
  };

  const reason = 'Vergissing';
  const statement = { holds: true, basis: 'INTERVIEW', on: '2026-11-01' };
  const about = {
    themeIds: [nodeId('Theme', await make.theme())],
    domains: ['ZORG'],
    levels: ['BELEID'],
    bringsOthersExperience: statement,
    connectsWithProfessionals: statement,
    availability: { hoursPerMonth: 8, dayParts: ['EVENING'], meetingForms: ['ONLINE'] },
    languages: ['nl'],
    participationForms: ['SEAT'],
    compensation: 'EXPENSES',
    maxSeats: 2,
    pausedPeriod: { from: '2026-12-01', until: '2027-01-31' },
  };
  const learned = {
    title: 'Aan tafel',
    issuer: 'Demo',
    completedOn: '2026-06-01',
    validUntil: '2028-05-31',
  };
  const bound = { kind: 'EMPLOYEE', period: { from: '2026-01-01', until: '2027-12-31' } };
  return {
    instead: {
      incompatibilityRecord: {
        municipalityId: { ervaringsdeskundigeId: await ervaringsdeskundigeId(), ...bound, municipalityId },
      },
      incompatibilityCorrect: {
        organisationId: {
          id: await incompatibility(),
          reason,
          patch: { organisationId: nodeId('Organisation', await make.organisation(region)) },
        },
      },
    },
    inputs: {
      ervaringsdeskundigeRegister: { personId: nodeId('Person', await make.person(region)), ...about },
      ervaringsdeskundigeUpdate: { id: await ervaringsdeskundigeId(), expectedVersion: 1, patch: about },
      trainingRecord: { ervaringsdeskundigeId: await ervaringsdeskundigeId(), ...learned },
      trainingAnnul: { id: await training(), expectedVersion: 1, reason },
      trainingCorrect: { id: await training(), expectedVersion: 1, reason, patch: learned },
      incompatibilityRecord: {
        ervaringsdeskundigeId: await ervaringsdeskundigeId(),
        ...bound,
        organisationId: nodeId('Organisation', await make.organisation(region)),
      },
      incompatibilityEnd: { id: await incompatibility(), on: '2026-12-31' },
      incompatibilityAnnul: { id: await incompatibility(), reason },
      incompatibilityCorrect: {
        id: await incompatibility(),
        reason,
        patch: {
          kind: 'BOARD_MEMBER',
          municipalityId,
          from: '2026-02-01',
          until: '2026-12-31',
        },
      },
      findableConsentGive: {
        ervaringsdeskundigeId: await ervaringsdeskundigeId(),
        scopes: ['COUNTRY'],
        until: '2027-12-31',
        textVersion: CONSENT_TEXTS[0].version,
        language: 'NL',
        channel: 'PAPER',
      },
      findableConsentWithdraw: { ervaringsdeskundigeId: await ervaringsdeskundigeId(), channel: 'PHONE' },
    },
  };
}
