import type { QueryRunner } from 'typeorm';

/**
 * Shortlists said of some people that the rules of the body exclude what they do. Those entries go whole: the place of
 * such a person in the list told it too. Nobody was invited from such an entry.
 */
export class ShortlistsKeepSecrets1764420000000 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update seat_invitations set shortlist = jsonb_set(shortlist, '{entries}', coalesce((
        select jsonb_agg(entry order by place)
        from jsonb_array_elements(shortlist -> 'entries') with ordinality kept (entry, place)
        where not entry -> 'criteria' @> '[{"code": "INCOMPATIBLE"}]'), '[]'))
      where shortlist -> 'entries' @@ '$[*].criteria[*].code == "INCOMPATIBLE"'
    `);
  }
}
