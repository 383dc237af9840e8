import type { QueryRunner } from 'typeorm';

/** Support points are for parents and young people (law 36443), and childcare has organisations of its own. */
export class KindsOfOrganisations1764574000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organisations drop constraint organisations_kind_check;
      update organisations set kind = 'OUDER_JEUGDSTEUNPUNT', version = version + 1 where kind = 'OUDERSTEUNPUNT';
      alter table organisations add constraint organisations_kind_check check (kind in ('SAMENWERKINGSVERBAND_PO',
        'SAMENWERKINGSVERBAND_VO', 'GEMEENTE', 'SCHOOL', 'KINDEROPVANG', 'JEUGDHULPAANBIEDER', 'ZORGAANBIEDER', 'WIJKTEAM',
        'OUDER_JEUGDSTEUNPUNT', 'STICHTING', 'OVERIG'));
    `);
  }
}
