import { conditional, survivalCurve } from '../../../features/continuity/forecast/survival.js';
import { byText, networkStatus } from './naive-days.js';
import { NaiveTenures } from './naive-tenures.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';

const ENOUGH = 20;

/** The forecasts of networks and regions, counted row by row. */
export function foresightResolvers({ rows, filters, asker }: NaiveLooks): Resolvers {
  const { today } = asker;
  const isGone = ({ period }: Row) => period.until !== null && period.until < today;
  const leads = (row: Row) => row.period.from <= today && !isGone(row);
  const thisYear = schoolYearOf(today);

  /** Tenures that began, whoever may see them. */
  const standsIn = ({ id }: Row) => rows.all('everyAbsence').some(({ substituteId }) => substituteId === id);
  const served = new NaiveTenures(rows.all('everyTenure'), rows.all('everySuccession'))
    .lasting()
    .filter(({ period }) => period.from <= today)
    .filter(
      (row) =>
        !standsIn(row) ||
        rows.all('everyTenure').some(({ id, period }) => id === row.id && period.from !== row.period.from),
    )
    .map((row) => ({
      regionId: row.regionId as string,
      days: daysBetween(row.period.from, isGone(row) ? dayAfter(row.period.until) : today),
      ended: isGone(row),
    }));

  return {
    Oudernetwerk: {
      forecast: (network, { months }) => {
        if (!asker.seesInside(network)) return [];
        const below = filters.below(network.regionId);
        const near = served.filter(({ regionId }) => below.has(regionId));
        const basis = near.length < ENOUGH ? 'COUNTRY' : 'REGION';
        const sample = basis === 'REGION' ? near : served;
        const curve = survivalCurve(sample);
        const leading = new NaiveTenures(
          rows.all('Trekkerschap').filter((row) => !standsIn(row)),
          rows.all('NetworkSuccession'),
        )
          .lasting()
          .filter((row) => row.oudernetwerkId === network.id && !isGone(row))
          .sort((a, b) => byText(placeOf(a), placeOf(b)));
        return Array.from({ length: (months ?? 24) as number }, (_, index) => {
          const month = firstOfMonth(today, index + 1);
          let nobody = 1;
          for (const { period, plannedEndOn } of leading) {
            const last =
              period.until ?? (plannedEndOn !== null && plannedEndOn >= today ? plannedEndOn : null);
            if (month < period.from || (last !== null && month > last)) continue;
            const sofar = Math.max(0, daysBetween(period.from, today));
            nobody *= 1 - conditional(curve, sofar, daysBetween(period.from, month) - sofar);
          }
          return { month, probability: 1 - nobody, tenures: sample.length, basis };
        });
      },
    },
    Region: {
      continuity: (region) => {
        const below = filters.below(region.id);
        const judged = new Map(
          rows.all('continuities').map((row) => [row.oudernetwerkId, row.band as string]),
        );
        const bands = rows
          .all('Oudernetwerk')
          .filter((network) => below.has(network.regionId) && networkStatus(network, today) !== 'ENDED')
          .map((network) => judged.get(network.id) ?? 'UNKNOWN');
        const count = (band: string) => bands.filter((each) => each === band).length;
        return {
          total: bands.length,
          stable: count('STABLE'),
          attention: count('ATTENTION'),
          atRisk: count('AT_RISK'),
          critical: count('CRITICAL'),
          unknown: count('UNKNOWN'),
        };
      },
      expectedDepartures: (region, { schoolYears }) => {
        const below = filters.below(region.id);
        const ends = rows
          .all('expectedEnds')
          .filter(({ regionId }) => below.has(regionId))
          .filter(({ oudernetwerkId, expectedOn }) => {
            const { endedOn } = rows.byId('Oudernetwerk', oudernetwerkId)!;
            return endedOn === null || expectedOn < endedOn;
          })
          .map((end): Row => ({ ...end, period: rows.byId('Trekkerschap', end.trekkerschapId)!.period }))
          .filter((end) => !isGone(end))
          .map((end): Row => ({ ...end, year: Math.max(thisYear, schoolYearOf(end.expectedOn)) }));
        const led = new Set(ends.filter(leads).map(({ oudernetwerkId }) => oudernetwerkId));
        const lastYear = (network: unknown) =>
          Math.max(...ends.filter((end) => end.oudernetwerkId === network).map(({ year }) => year));
        return Array.from({ length: (schoolYears ?? 3) as number }, (_, index) => {
          const year = thisYear + index;
          const leaving = ends.filter((end) => leads(end) && end.year === year);
          return {
            schoolYear: `${year}-${year + 1}`,
            from: `${year}-08-01`,
            until: `${year + 1}-07-31`,
            trekkers: leaving.length,
            childLeavesSchool: leaving.filter(({ driver }) => driver === 'CHILD_LEAVES_SCHOOL').length,
            networks: new Set(leaving.map(({ oudernetwerkId }) => oudernetwerkId)).size,
            networksLeftWithoutTrekker: [...led].filter((network) => lastYear(network) === year).length,
          };
        });
      },
    },
  };
}

const placeOf = ({ id, period }: Row) => `${period.from} ${id}`;

function schoolYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
}

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const daysBetween = (from: string, until: string) => numberOf(until) - numberOf(from);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const dayAfter = (day: string) => dayOf((numberOf(day) + 1) * 86_400_000);

function firstOfMonth(today: string, ahead: number): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return dayOf(Date.UTC(year, month - 1 + ahead, 1));
}
