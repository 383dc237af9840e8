import { Entity } from 'typeorm';
import {
  CountedVersionColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../db/columns.js';
import type { Period } from '../../kernel/period.js';

@Entity('accounts')
export class AccountEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @TextColumn() issuer: string;
  @TextColumn() subject: string;
  @TextColumn() displayName: string;
  @OptionalTextColumn() locale: string | null;
  @OptionalReferenceColumn() personId: string | null;
}

@Entity('account_roles')
export class AccountRoleEntity {
  @IdColumn() id: string;
  @ReferenceColumn() accountId: string;
  @TextColumn() role: string;
  @OptionalReferenceColumn() regionId: string | null;
  @OptionalReferenceColumn() organisationId: string | null;
  @PeriodColumn() period: Period;
}
