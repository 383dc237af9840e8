import { RegionScene } from '../../../testing/region-scene.js';

export const PERSON = `version displayName name { givenName infix familyName sortName } contact { email phone } note
  region { code } municipality { name } perspectives language participationForms availability { hoursPerMonth dayParts }`;
export const CREATE = `mutation($input: PersonCreateInput!) { personCreate(input: $input) { errors { code path }
  person { id ${PERSON} possibleDuplicates { displayName } } } }`;

/** People of a region, as its coordinator records them. */
export class PeopleScene extends RegionScene {
  async municipality(code: string, name: string): Promise<string> {
    const { region } = await this.ask(`{ region(code: "${code}") { municipalities { id name } } }`);
    return region.municipalities.find((each: { name: string }) => each.name === name).id;
  }

  /** Everything that can be recorded of a person. */
  async complete() {
    return {
      regionId: this.regionId,
      municipalityId: await this.municipality('JZ06', 'Alkmaar'),
      name: { givenName: ' Amíra ', infix: 'el', familyName: 'Idrissi' },
      perspectives: ['OUDER', 'PROFESSIONAL'],
      language: 'AR',
      participationForms: ['BUDDY', 'SEAT'],
      availability: { hoursPerMonth: 6, dayParts: ['EVENING'] },
      contact: { email: 'amira@voorbeeld.nl', phone: '06 - 12 34 56 78' },
      note: 'Liever bellen na acht uur',
    };
  }
}
