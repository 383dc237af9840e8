import {
  AdvisoryBodyEntity,
  AdvisoryBodyOrganisationEntity,
  AdvisoryBodyRegionEntity,
  AdvisorySeatEntity,
  PersonAccessEntity,
  SeatAppointmentEntity,
  SeatInvitationEntity,
  SeatRequirementEntity,
} from '../features/advisory/advisory.entity.js';
import {
  ConsentEntity,
  ErvaringsdeskundigeEntity,
  ErvaringsdeskundigeThemeEntity,
  IncompatibilityEntity,
  TrainingEntity,
} from '../features/ervaringsdeskundigen/ervaringsdeskundige.entity.js';
import { AccountEntity, AccountRoleEntity } from '../features/access/account.entity.js';
import {
  OrganisationEntity,
  OrganisationMunicipalityEntity,
} from '../features/organisations/organisation.entity.js';
import {
  ActivityEntity,
  CaretakershipEntity,
  MembershipEntity,
  OudernetwerkEntity,
  OudernetwerkMunicipalityEntity,
  OudernetwerkThemeEntity,
  SupportArrangementEntity,
  TrekkerschapEntity,
} from '../features/oudernetwerken/oudernetwerk.entity.js';
import {
  PersonContactEntity,
  PersonDetailsEntity,
  PersonEntity,
  PersonNoteEntity,
  SchoolTieEntity,
} from '../features/people/person.entity.js';
import {
  ContinuityEntity,
  ContinuityThresholdsEntity,
  ExpectedEndEntity,
} from '../features/continuity/continuity.entity.js';
import {
  ContinuityFindingEntity,
  WorkItemEntity,
  WorkItemSnoozeEntity,
} from '../features/worklist/worklist.entity.js';
import {
  HandoverItemEntity,
  SuccessionPlanEntity,
  SuccessorCandidateEntity,
} from '../features/succession/succession.entity.js';
import { MailPreferencesEntity } from '../features/reminders/preferences/mail-preferences.type.js';
import { MunicipalityEntity, RegionEntity, ThemeEntity } from '../features/regions/region.entity.js';

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
