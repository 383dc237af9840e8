import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { RegionEntity } from '../region.entity.js';
import { LONGEST_LABEL } from '../save-theme.js';
import { ThemeProposalEntity } from './theme-proposal.entity.js';
import type { ThemeProposeInput } from './theme-proposal.inputs.js';

/** By a coordinator, for their region. What is in the list already needs no proposal. */
export const proposeTheme: UseCase<ThemeProposeInput, { themeProposal: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const region = await find(tx, RegionEntity, input.regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const checks = new Checks();
    const label = checks.name(input.label, ['input', 'label'], LONGEST_LABEL);
    const motivation = checks.text(input.motivation, ['input', 'motivation'], 500);
    checks.done();
    const known = await calledSo(tx, region.id, label);
    if (known?.theme) throw failure('THEME_EXISTS', ['input', 'label'], { theme: known.theme });
    if (known?.proposal) throw new NothingChanged({ themeProposal: known.proposal });
    const row = {
      id: uuid(),
      regionId: region.id,
      label,
      motivation,
      proposedBy: tx.viewer.accountId,
      proposedOn: tx.today,
    };
    insert(tx, ThemeProposalEntity, row);
    tx.record({ name: 'themeProposal.submitted', ...about('ThemeProposal', row), details: {} });
    return { themeProposal: row.id };
  },
};

/** The theme in use, or the open proposal of the region, with that label. */
async function calledSo(
  tx: Tx,
  regionId: string,
  label: string,
): Promise<{ theme: string | null; proposal: string | null } | undefined> {
  const [known] = await tx.query<{ theme: string | null; proposal: string | null }>(
    `select (select t.label_nl from themes t where fold($2) in (fold(t.label_nl), fold(t.label_en))
         and (t.retired_on is null or t.retired_on > $3) order by t.code limit 1) as theme,
       (select p.id from theme_proposals p where p.region_id = $1 and p.label_norm = fold($2) and p.answer is null)
         as proposal`,
    [regionId, label, tx.today.toString()],
  );
  return known;
}
