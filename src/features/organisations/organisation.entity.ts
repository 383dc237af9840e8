import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  CountedVersionColumn,
  GeneratedTextColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  TextColumn,
  TextsColumn,
} from '../../db/columns.js';

@Entity('organisations')
export class OrganisationEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @TextColumn() kind: string;
  @OptionalTextColumn() code: string | null;
  @OptionalTextColumn() officialName: string | null;
  @OptionalTextColumn() labelDerived: string | null;
  @TextColumn() nameStatus: string;
  @GeneratedTextColumn() name: string;
  @TextsColumn() domains: string[];
  @OptionalReferenceColumn() regionId: string | null;
  @OptionalReferenceColumn() parentId: string | null;
  @OptionalTextColumn() place: string | null;
  @OptionalTextColumn() email: string | null;
  @OptionalTextColumn() phone: string | null;
  @Column({ type: 'boolean', default: false }) fromReference: boolean;
}

@Entity('organisation_municipalities')
export class OrganisationMunicipalityEntity {
  @PrimaryColumn({ type: 'uuid' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) municipalityId: string;
}
