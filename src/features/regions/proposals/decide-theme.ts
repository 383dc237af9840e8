import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find, findLocked } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { admins } from '../../access/policies.js';
import { ThemeEntity } from '../region.entity.js';
import { makeTheme } from '../save-theme.js';
import { ThemeProposalEntity } from './theme-proposal.entity.js';
import type { ThemeDecideInput } from './theme-proposal.inputs.js';

/** By the national office, once: a new theme, one that there is already, or a no with its reason. */
export const decideTheme: UseCase<ThemeDecideInput, { themeProposal: string }> = {
  policy: admins,
  async run(tx, input) {
    const proposal = await findLocked(tx, ThemeProposalEntity, input);
    if (proposal.answeredOn) throw failure('ALREADY_DECIDED', ['input', 'id'], { on: proposal.answeredOn });
    const themeId = await themeFor(tx, proposal, input);
    const checks = new Checks();
    const answerReason = themeId
      ? checks.optionalText(input.reason, ['input', 'reason'], 500)
      : checks.text(input.reason ?? '', ['input', 'reason'], 500);
    checks.done();
    const answer = themeId ? 'ADOPTED' : 'DECLINED';
    const answeredBy = tx.viewer.accountId;
    const decided = { answer, answeredBy, answeredOn: tx.today, answerReason, themeId } as const;
    update(tx, ThemeProposalEntity, { id: proposal.id }, decided);
    tx.record({ name: 'themeProposal.decided', ...about('ThemeProposal', proposal), details: { themeId } });
    return { themeProposal: proposal.id };
  },
};

async function themeFor(
  tx: Tx,
  { label }: ThemeProposalEntity,
  { adopt, themeId }: ThemeDecideInput,
): Promise<string | null> {
  if (adopt && themeId != null) throw failure('ONE_THEME', ['input', 'themeId']);
  if (adopt) return makeTheme(tx, { ...adopt, labelNl: adopt.labelNl ?? label }, ['input', 'adopt']);
  return themeId == null ? null : (await find(tx, ThemeEntity, themeId, ['input', 'themeId'])).id;
}
