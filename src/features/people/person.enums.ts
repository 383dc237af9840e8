import { describedEnum } from '../../graphql/connections.js';

export const Perspective = describedEnum(
  'Perspective',
  'Perspective from which a person speaks; counts never mix perspectives.',
  {
    OUDER: 'As a parent.',
    JONGERE: 'As a young person.',
    PROFESSIONAL: 'As a professional.',
  },
);

export const ParticipationForm = describedEnum(
  'ParticipationForm',
  'A way in which a person would like to take part.',
  {
    TREKKER: 'By leading a network.',
    LID: 'As a member of a network.',
    SEAT: 'In an advisory seat.',
    BUDDY: 'As a buddy (maatje) for another parent.',
    SURVEY: 'By filling in surveys.',
    SOUNDING_BOARD: 'In a klankbordgroep.',
  },
);

export const DayPart = describedEnum('DayPart', 'Part of the week in which a person is available.', {
  MORNING: 'Weekdays until 12:00.',
  AFTERNOON: 'Weekdays from 12:00 to 18:00.',
  EVENING: 'Weekdays from 18:00.',
  WEEKEND: 'Saturday or Sunday.',
});

export const SchoolStage = describedEnum(
  'SchoolStage',
  'Type of education, which determines how long it lasts.',
  {
    BO: 'Basisonderwijs, groep 1 to 8.',
    SBO: 'Speciaal basisonderwijs, groep 1 to 8.',
    SO: 'Speciaal onderwijs, up to 8 years.',
    PO: 'Primary education of a kind that is not kept; it lasts until the stated last day.',
    VSO: 'Voortgezet speciaal onderwijs; no fixed length.',
    PRO: 'Praktijkonderwijs; no fixed length.',
    VMBO: 'Vmbo, 4 years.',
    HAVO: 'Havo, 5 years.',
    VWO: 'Vwo, 6 years.',
    MBO1: 'Mbo entree, 1 year.',
    MBO2: 'Mbo level 2, 1 to 2 years.',
    MBO3: 'Mbo level 3, 2 to 3 years.',
    MBO4: 'Mbo level 4, 3 to 4 years.',
  },
);

export const Confidence = describedEnum('Confidence', 'How reliable an expected date is.', {
  HIGH: 'A single date, stated or confirmed within the last 12 months.',
  MEDIUM: 'A range or an approximation, confirmed within the last 12 months.',
  LOW: 'Based on something that has not been confirmed for over 12 months.',
});
