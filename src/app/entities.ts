import {
  AdvisoryBodyEntity,
  AdvisoryBodyOrganisationEntity,
  AdvisoryBodyRegionEntity,
  AdvisorySeatEntity,
  PersonAccessEntity,
  SeatAppointmentEntity,
  SeatInvitationEntity,
  SeatRequirementEntity,
} from '../rooms/advisory/advisory.entity.js';
import {
  ConsentEntity,
  ErvaringsdeskundigeEntity,
  ErvaringsdeskundigeThemeEntity,
  IncompatibilityEntity,
  TrainingEntity,
} from '../rooms/ervaringsdeskundigen/ervaringsdeskundige.entity.js';
import { AccountEntity, AccountRoleEntity } from '../rooms/access/account.entity.js';
import {
  OrganisationEntity,
  OrganisationMunicipalityEntity,
} from '../rooms/organisations/organisation.entity.js';
import {
  ActivityEntity,
  CaretakershipEntity,
  MembershipEntity,
  OudernetwerkEntity,
  OudernetwerkMunicipalityEntity,
  OudernetwerkThemeEntity,
  SupportArrangementEntity,
  TrekkerschapEntity,
} from '../rooms/oudernetwerken/oudernetwerk.entity.js';
import {
  PersonContactEntity,
  PersonDetailsEntity,
  PersonEntity,
  PersonNoteEntity,
  SchoolTieEntity,
} from '../rooms/people/person.entity.js';
import {
  ContinuityEntity,
  ContinuityFindingEntity,
  ContinuityThresholdsEntity,
  ExpectedEndEntity,
  WorkItemEntity,
  WorkItemSnoozeEntity,
} from '../rooms/continuity/continuity.entity.js';
import {
  HandoverItemEntity,
  SuccessionPlanEntity,
  SuccessorCandidateEntity,
} from '../rooms/succession/succession.entity.js';
import { MailPreferencesEntity } from '../rooms/reminders/mail-preferences.type.js';
import { MunicipalityEntity, RegionEntity, ThemeEntity } from '../rooms/regions/region.entity.js';

/** Every table that use-cases write through TypeORM. */
export const ENTITIES = [
  AccountEntity,
  AccountRoleEntity,
  RegionEntity,
  MunicipalityEntity,
  ThemeEntity,
  OrganisationEntity,
  OrganisationMunicipalityEntity,
  PersonEntity,
  PersonDetailsEntity,
  PersonContactEntity,
  PersonNoteEntity,
  SchoolTieEntity,
  OudernetwerkEntity,
  OudernetwerkMunicipalityEntity,
  OudernetwerkThemeEntity,
  TrekkerschapEntity,
  CaretakershipEntity,
  MembershipEntity,
  SupportArrangementEntity,
  ActivityEntity,
  SuccessionPlanEntity,
  SuccessorCandidateEntity,
  HandoverItemEntity,
  ErvaringsdeskundigeEntity,
  ErvaringsdeskundigeThemeEntity,
  TrainingEntity,
  IncompatibilityEntity,
  ConsentEntity,
  AdvisoryBodyEntity,
  AdvisoryBodyRegionEntity,
  AdvisoryBodyOrganisationEntity,
  AdvisorySeatEntity,
  SeatRequirementEntity,
  SeatAppointmentEntity,
  SeatInvitationEntity,
  PersonAccessEntity,
  ContinuityEntity,
  ContinuityFindingEntity,
  ContinuityThresholdsEntity,
  ExpectedEndEntity,
  WorkItemEntity,
  WorkItemSnoozeEntity,
  MailPreferencesEntity,
];
