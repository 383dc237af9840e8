import type { QueryRunner } from 'typeorm';

/**
 * Organisations have a telephone number too. And numbers that were stored with both the code of their country and the 0
 * that is dialled within it lose that 0; in these countries no number starts with one.
 */
export class TelephoneNumbers1764500000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organisations add phone text;
      update person_contacts set phone = regexp_replace(phone, '^(\\+(?:31|32|33|41|43|44|49|90|212))0', '\\1')
        where phone ~ '^\\+(?:31|32|33|41|43|44|49|90|212)0';
    `);
  }
}
