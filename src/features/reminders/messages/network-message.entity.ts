import { Column, Entity } from 'typeorm';
import { IdColumn, OptionalReferenceColumn, ReferenceColumn, TextColumn } from '../../../db/columns.js';

/** What somebody wrote to the members of a network; whom it went to stands in the mails alone. */
@Entity('network_messages')
export class NetworkMessageEntity {
  @IdColumn() id: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() accountId: string;
  @OptionalReferenceColumn() activityId: string | null;
  @TextColumn() writtenAs: string;
  @TextColumn() subject: string;
  @TextColumn() text: string;
  @Column({ type: 'timestamptz' }) writtenAt: string;
  @Column({ type: 'integer' }) sentTo: number;
  @Column({ type: 'integer' }) notSentTo: number;
  @Column({ type: 'integer', insert: false, update: false }) bounced: number;
}
