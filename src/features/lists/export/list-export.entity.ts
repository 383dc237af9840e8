import { Column, Entity } from 'typeorm';
import { IdColumn, ReferenceColumn, TextColumn } from '../../../db/columns.js';
import type { Format, Kind, Purpose } from './list-export.enums.js';
import type { ListFilterInput } from './list-export.inputs.js';

/** A list that an account asked for as a file. */
@Entity('list_exports')
export class ListExportEntity {
  @IdColumn() id: string;
  @ReferenceColumn() accountId: string;
  @TextColumn() kind: Kind;
  @TextColumn() purpose: Purpose;
  @TextColumn() format: Format;
  @Column({ type: 'jsonb' }) filter: ListFilterInput;
  @Column({ type: 'timestamptz' }) askedAt: string;
}
