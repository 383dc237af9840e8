import { Entity, PrimaryColumn } from 'typeorm';
import { OptionalTextColumn, TextColumn } from '../../../db/columns.js';

@Entity('hidden_names')
export class HiddenNameEntity {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  @TextColumn() givenName: string;
  @OptionalTextColumn() infix: string | null;
  @TextColumn() familyName: string;
}
