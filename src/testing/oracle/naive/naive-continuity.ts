import { assess, RULE_VERSION } from '../../../features/continuity/assessment/assess.js';
import { type Finding, findingMessage, ACTIONS } from '../../../features/worklist/findings.js';
import { day } from '../../../kernel/clock.js';
import { nodeId } from '../../../kernel/node-id.js';
import { byText, covers, networkStatus } from './naive-days.js';
import { factsOf, thresholdsOf } from './naive-facts.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import { folded } from './naive-profile-filters.js';
import type { Row } from './naive-rows.js';

/** Assessments of networks: as stored, or by the rules on facts that are looked up row by row. */
export function continuityResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists, filters, asker } = looks;

  const known = ({ type, id }: Row) => rows.byId(type, id);
  const evidence = (named: readonly Row[]) => named.map(known).filter((row) => row !== null);
  const keptFindings = (subjectId: unknown) =>
    rows
      .all('findings')
      .filter((finding) => finding.subjectId === subjectId)
      .sort((a, b) => b.severity - a.severity || byText(a.code, b.code))
      .map((finding) => ({
        ...finding,
        message: finding.messageNl,
        evidence: evidence(finding.evidence),
        suggestedAction: {
          code: finding.action.code,
          message: finding.action.nl,
          subject: known(finding.action),
        },
      }));

  const kept = (network: Row) => {
    const row = rows.all('continuities').find(({ oudernetwerkId }) => oudernetwerkId === network.id);
    if (!row) return unknown(asker.midnight);
    const computedAt = new Date(row.computedAt).toISOString().replace('.000Z', 'Z');
    return { ...row, computedAt, findings: keptFindings(network.id) };
  };

  const judged = (network: Row, on: string) => {
    if (!asker.seesInside(network) || networkStatus(network, on) === 'ENDED') return unknown(asker.now);
    const facts = factsOf(looks, network, on);
    const starts = facts.trekkerschappen.map(({ from }) => from);
    const days = [facts.createdOn, facts.activeFrom, ...starts].flatMap((first) =>
      first ? [String(first)] : [],
    );
    // before a network existed, there is nothing to assess
    if (days.every((first) => on < first)) return unknown(asker.now);
    const { band, securedUntil, findings } = assess(facts, day(on));
    return {
      band,
      securedUntil: securedUntil?.toString() ?? null,
      computedAt: asker.now,
      ruleVersion: RULE_VERSION,
      findings: findings.map(shown),
    };
  };

  const shown = (finding: Finding) => ({
    code: finding.code,
    severity: finding.severity,
    since: finding.since?.toString() ?? null,
    dueOn: finding.dueOn?.toString() ?? null,
    message: findingMessage(finding, 'nl'),
    evidence: evidence([...finding.evidence]),
    suggestedAction: {
      code: finding.action.code,
      message: ACTIONS.text(finding.action.code, 'nl'),
      subject: known(finding.action.on),
    },
  });

  /** the snooze in force */
  const snooze = (item: Row) =>
    rows
      .all('snoozes')
      .find(
        ({ subjectId, until, severity }) =>
          subjectId === item.subjectId && until >= asker.today && severity >= item.severity,
      );

  const assigned = (item: Row) =>
    rows
      .all('assignments')
      .find(({ workItemId, regionId }) => workItemId === item.id && regionId === item.regionId);
  const colleagues = (accounts: readonly Row[]) =>
    accounts
      .map((account): Row => ({ ...account, type: 'Colleague' }))
      .sort((a, b) => byText(folded(a.displayName), folded(b.displayName)) || byText(a.id, b.id));

  return {
    Query: {
      worklist: (_row, { regionId, snoozed, mine, ...page }) => {
        const regions = regionId == null ? null : filters.regions(regionId);
        const items = rows
          .all('WorkItem')
          .filter(
            (item) =>
              (!regions || regions.has(item.regionId)) &&
              (snoozed === true || !snooze(item)) &&
              (mine !== true || assigned(item)?.accountId === asker.accountId),
          );
        return lists.page('WorkItem', items, page);
      },
    },
    Oudernetwerk: {
      continuity: (network, { on }) => (on == null ? kept(network) : judged(network, on as string)),
      continuityThresholds: (network) => thresholdsOf(rows, network.regionId, network.id),
    },
    Region: {
      continuityThresholds: ({ id }) => thresholdsOf(rows, id, null),
      colleagues: ({ id }) => {
        if (!asker.regions.includes(id as string)) return [];
        const coordinates = ({ role, regionId, accountId, period }: Row, account: Row) =>
          role === 'COORDINATOR' &&
          accountId === account.id &&
          covers({ period }, asker.today) &&
          filters.regions(nodeId('Region', regionId as string)).has(id);
        const found = rows
          .all('everyAccount')
          .filter((account) => rows.all('everyRole').some((role) => coordinates(role, account)));
        return colleagues(found);
      },
    },
    Trekkerschap: {
      expectedEnd: ({ id }) => {
        const end = rows.all('expectedEnds').find(({ trekkerschapId }) => trekkerschapId === id);
        return end ? { ...end, on: end.expectedOn } : null;
      },
    },
    WorkItem: {
      subject: (item) => rows.byId(item.subjectType, item.subjectId),
      reasons: (item) => keptFindings(item.subjectId),
      snoozedUntil: (item) => snooze(item)?.until ?? null,
      snoozeReason: (item) => snooze(item)?.reason ?? null,
      assignee: (item) => {
        const account = assigned(item)?.accountId;
        return colleagues(rows.all('everyAccount').filter(({ id }) => id === account))[0] ?? null;
      },
    },
  };
}

function unknown(computedAt: string) {
  return { band: 'UNKNOWN', securedUntil: null, findings: [], computedAt, ruleVersion: RULE_VERSION };
}
