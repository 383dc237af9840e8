import { describedEnum } from '../../../graphql/connections.js';

export const HolidayRegion = describedEnum(
  'HolidayRegion',
  'One of the three parts of the country in which schools have their holidays (vakantieregio).',
  { NOORD: 'North.', MIDDEN: 'Centre.', ZUID: 'South.' },
);

export const SchoolHolidayKind = describedEnum('SchoolHolidayKind', 'Which school holiday it is.', {
  HERFST: 'Herfstvakantie, in October.',
  KERST: 'Kerstvakantie, over Christmas and New Year.',
  VOORJAAR: 'Voorjaarsvakantie, in February or March.',
  MEI: 'Meivakantie, in April or May.',
  ZOMER: 'Zomervakantie, in July and August.',
});
