import type { Client } from 'pg';
import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';

type Inputs = Record<string, Record<string, unknown>>;

/** A good input for every mutation about organisations, a region (uuid) and school holidays. */
export async function placeInputs(
  owner: Client,
  make: Makers,
  region: string,
  municipalityId: string,
): Promise<Inputs> {
  const organisation = async () => nodeId('Organisation', await make.organisation(region));
  const regionId = nodeId('Region', region);
  const { rows: holidays } = await owner.query<{ id: string }>(
    `select id from school_holidays where school_year = '2027-2028' and kind = 'MEI' and holiday_region = 'ZUID'`,
  );
  return {
    organisationCreate: {
      name: 'Steunpunt Noord',
      kind: 'OUDER_JEUGDSTEUNPUNT',
      regionId,
      domains: ['ONDERWIJS'],
      municipalityIds: [municipalityId],
      parentId: await organisation(),
      place: 'Alkmaar',
      email: 'post@voorbeeld.nl',
      phone: '14 072',
    },
    organisationUpdate: {
      id: await organisation(),
      expectedVersion: 1,
      patch: {
        name: 'Steunpunt Zuid',
        domains: ['ZORG'],
        place: 'Bergen',
        email: 'post@voorbeeld.nl',
        phone: '0800 1234',
      },
    },
    regionUpdate: {
      id: regionId,
      expectedVersion: 1,
      coordinatingOrganisationId: await organisation(),
      responsibleOrganisationId: await organisation(),
    },
    schoolHolidaySet: {
      schoolYear: '2028-2029',
      kind: 'MEI',
      holidayRegion: 'ZUID',
      from: '2029-04-28',
      until: '2029-05-06',
    },
    schoolHolidayRemove: { id: nodeId('SchoolHoliday', holidays[0]!.id), expectedVersion: 1 },
    municipalityHolidayRegionSet: { municipalityId, holidayRegion: 'ZUID' },
  };
}
