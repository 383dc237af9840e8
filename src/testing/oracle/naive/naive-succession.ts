import { byText, covers, isPaused, monthsAfter } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { NaiveRows, Row } from './naive-rows.js';

const SENTENCES: Readonly<Record<string, readonly [points: number, sentence: string]>> = {
  CO_TREKKER: [50, 'Is nu co-trekker van dit netwerk.'],
  MEMBER: [30, 'Is nu lid van dit netwerk.'],
  FORMER_TREKKER: [25, 'Was eerder trekker van dit netwerk.'],
  WANTS_TO_LEAD: [20, 'Wil graag een netwerk trekken, en hoort bij deze regio.'],
  EXPERIENCED: [15, 'Is ervaringsdeskundige in deze regio, en wil graag een netwerk trekken.'],
  FORMER_MEMBER: [10, 'Was eerder lid van dit netwerk.'],
};

const CHECKLIST = [
  ['CONTACTS', 'De contacten van het netwerk', 'The contacts of the network', true, 60],
  ['AGENDA', 'De agenda voor het komende jaar', 'The agenda for the coming year', true, 60],
  [
    'INTRODUCTIONS',
    'Kennismaken met de tafels en de partners',
    'Introductions to the tables and the partners',
    false,
    45,
  ],
  [
    'AGREEMENTS',
    'Afspraken met scholen, gemeente en partners',
    'Agreements with schools, municipality and partners',
    true,
    30,
  ],
  [
    'RUNNING_SIGNALS',
    'Signalen van ouders die nog lopen',
    'Signals of parents that are still running',
    true,
    30,
  ],
  ['MONEY', 'Geld: budget, declaraties en rekening', 'Money: budget, expenses and account', false, 30],
  ['ACCESS', 'Toegang tot mail en bestanden', 'Access to mail and files', true, 14],
] as const;

/** The searches for successors, in memory. */
export function successionResolvers(looks: NaiveLooks): Resolvers {
  const { rows, asker } = looks;
  const ofPlan = (list: readonly Row[], plan: Row) => list.filter(({ planId }) => planId === plan.id);
  const itemsOf = (plan: Row) =>
    ofPlan(rows.all('HandoverItem'), plan).sort((a, b) => a.position - b.position || byText(a.id, b.id));
  const freeText = (column: string) => (candidate: Row) =>
    asker.managesOrSupports(rows.byId('Oudernetwerk', candidate.oudernetwerkId)!)
      ? (candidate[column] as string | null)
      : null;
  return {
    Oudernetwerk: { successionPlans: looks.listOf('SuccessionPlan', 'oudernetwerkId') },
    SuccessionPlan: {
      oudernetwerk: looks.one('Oudernetwerk', 'oudernetwerkId'),
      trekkerschap: looks.one('Trekkerschap', 'trekkerschapId'),
      successor: looks.one('Trekkerschap', 'successorId'),
      candidates: (plan) =>
        ofPlan(rows.all('SuccessorCandidate'), plan).sort((a, b) => a.rank - b.rank || byText(a.id, b.id)),
      handover: (plan) => {
        const items = itemsOf(plan);
        const done = items.filter(({ doneOn }) => doneOn !== null).length;
        return items.length === 0 ? null : { progress: done / items.length, items };
      },
      suggestions: (plan, { first }) =>
        plan.closedOn !== null || !asker.managesOrSupports(rows.byId('Oudernetwerk', plan.oudernetwerkId)!)
          ? []
          : suggested(looks, plan).slice(0, (first ?? 10) as number),
    },
    SuccessorCandidate: {
      plan: looks.one('SuccessionPlan', 'planId'),
      person: looks.one('Person', 'personId'),
      declineReason: freeText('declineReason'),
      motivation: freeText('motivation'),
    },
    HandoverItem: {
      plan: looks.one('SuccessionPlan', 'planId'),
      owner: looks.one('Person', 'ownerPersonId'),
      label: (item) => item.labelNl,
    },
    Region: { handoverTemplate: (region) => checklistOf(rows, region) },
  };
}

function suggested({ rows, asker, filters }: NaiveLooks, plan: Row) {
  const { today } = asker;
  const own = (list: readonly Row[]) =>
    list.filter(({ oudernetwerkId }) => oudernetwerkId === plan.oudernetwerkId);
  const isNow = (row: Row) => covers(row, today);
  const isOver = ({ period }: Row) => period.until !== null && period.until < today;
  const [tenures, memberships] = [own(rows.all('Trekkerschap')), own(rows.all('Membership'))];
  const regions = filters.below(plan.regionId);
  const isAmong = (roles: readonly Row[], { id }: Row) => roles.some(({ personId }) => personId === id);
  const holds: Readonly<Record<string, (person: Row) => boolean>> = {
    CO_TREKKER: (person) =>
      isAmong(
        tenures.filter((row) => isNow(row) && row.role === 'CO_TREKKER'),
        person,
      ),
    MEMBER: (person) => isAmong(memberships.filter(isNow), person),
    FORMER_TREKKER: (person) => isAmong(tenures.filter(isOver), person),
    WANTS_TO_LEAD: (person) => person.participationForms.includes('TREKKER') && regions.has(person.regionId),
    // whose record the viewer keeps
    EXPERIENCED: (person) =>
      rows
        .all('Ervaringsdeskundige')
        .some(
          (profile) =>
            profile.personId === person.id &&
            regions.has(profile.regionId) &&
            asker.regions.includes(profile.regionId as string) &&
            profile.participationForms.includes('TREKKER') &&
            !isPaused(profile, today),
        ),
    FORMER_MEMBER: (person) =>
      isAmong(memberships.filter(isOver), person) && !isAmong(memberships.filter(isNow), person),
  };
  const leaving = rows.byId('Trekkerschap', plan.trekkerschapId);
  const candidates = rows.all('SuccessorCandidate');
  const isLeftOut = (person: Row) => {
    const led = rows.all('Trekkerschap').filter((row) => row.personId === person.id && isNow(row));
    return (
      !person.perspectives.includes('OUDER') ||
      rows.all('everyPause').some((row) => row.personId === person.id && isNow(row)) ||
      leaving?.personId === person.id ||
      tenures.some((row) => row.personId === person.id && row.role === 'TREKKER' && isNow(row)) ||
      new Set(led.map(({ oudernetwerkId }) => oudernetwerkId)).size > 3 ||
      candidates.some(
        (each) =>
          each.personId === person.id &&
          ((each.planId === plan.id && each.endedOn === null) ||
            (each.stage === 'DECLINED' && each.endedOn > monthsAfter(today, -6))),
      )
    );
  };
  const nameOf = (person: Row) =>
    (rows.all('details').find(({ personId }) => personId === person.id)?.sortName ??
      person.pseudonym.toLowerCase()) as string;
  return rows
    .all('Person')
    .filter((person) => !isLeftOut(person))
    .map((person) => {
      const codes = Object.keys(holds).filter((code) => holds[code]!(person));
      const reasons = codes.map((code) => ({
        code,
        points: SENTENCES[code]![0],
        message: SENTENCES[code]![1],
      }));
      return { person, reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        b.points - a.points || byText(nameOf(a.person), nameOf(b.person)) || byText(a.person.id, b.person.id),
    );
}

function checklistOf(rows: NaiveRows, asked: Row): Row[] {
  for (let region: Row | null = asked; region; region = rows.byId('Region', region.parentId)) {
    const own = rows.all('templateItems').filter(({ regionId }) => regionId === region.id);
    if (own.length === 0) continue;
    return own
      .sort((a, b) => a.position - b.position || byText(a.key, b.key))
      .map((item): Row => ({ ...item, label: item.labelNl }));
  }
  return CHECKLIST.map(([key, labelNl, labelEn, mandatory, daysBefore]) => ({
    key,
    label: labelNl,
    labelNl,
    labelEn,
    mandatory,
    daysBefore,
  }));
}
