import { describedEnum } from '../../graphql/connections.js';

export const Level = describedEnum('Level', 'At which level parents work together with professionals.', {
  KIND: 'Around the child.',
  UITVOERING: 'In projects and in how work is done.',
  BELEID: 'In policy.',
});

export const IncompatibilityKind = describedEnum(
  'IncompatibilityKind',
  'In which capacity somebody is tied to an organisation or municipality, so that some seats are not for them.',
  {
    EMPLOYEE: 'Works there.',
    COUNCIL_MEMBER: 'Is a member of its council.',
    BOARD_MEMBER: 'Is a member of its board.',
    CONTRACTOR: 'Is hired by it.',
  },
);
