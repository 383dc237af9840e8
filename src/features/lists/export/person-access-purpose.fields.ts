import { FieldResolver, Resolver } from 'type-graphql';
import { readByEngine, Reads, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { PersonAccess } from '../../advisory/access-log/person-access.type.js';
import { AccessEntry } from '../../privacy/access-log/access-entry.type.js';
import { ListPurpose, type Purpose } from './list-export.enums.js';

const DESCRIPTION = 'What a list with this person was taken along for; null if it was no list.';
const listPurpose = () => value((access) => sql`${access}.list_purpose`);

@Resolver(() => PersonAccess)
export class PersonAccessPurpose {
  @Reads(listPurpose())
  @FieldResolver(() => ListPurpose, { nullable: true, description: DESCRIPTION })
  purpose(): Purpose | null {
    return readByEngine();
  }
}

@Resolver(() => AccessEntry)
export class AccessEntryPurpose {
  @Reads(listPurpose())
  @FieldResolver(() => ListPurpose, { nullable: true, description: DESCRIPTION })
  purpose(): Purpose | null {
    return readByEngine();
  }
}
