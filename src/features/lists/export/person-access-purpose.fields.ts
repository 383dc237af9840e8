import { FieldResolver, Resolver } from 'type-graphql';
import { readByEngine, Reads, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { PersonAccess } from '../../advisory/access-log/person-access.type.js';
import { ListPurpose, type Purpose } from './list-export.enums.js';

@Resolver(() => PersonAccess)
export class PersonAccessPurpose {
  @Reads(value((access) => sql`${access}.list_purpose`))
  @FieldResolver(() => ListPurpose, {
    nullable: true,
    description: 'What a list with this person was taken along for; null if it was no list.',
  })
  purpose(): Purpose | null {
    return readByEngine();
  }
}
