import { Arg, Extensions, FieldResolver, Int, Resolver } from 'type-graphql';
import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import { hasRole, type Viewer } from '../../../kernel/viewer.js';
import { type Args, requireBetween } from '../../../reads/argument.js';
import { type Computing, NodeRef } from '../../../reads/computed.js';
import { computed, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { fills } from '../../access/policies.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';
import { RETIREMENT_MATERIAL, retirementMaterial } from './retirement-material.js';
import {
  FIRST_YEAR,
  LAST_YEAR,
  lastYearFrom,
  MOST_YEARS,
  retirementSchedule,
} from './retirement-schedule.js';
import { RetirementYear } from './retirement-schedule.type.js';
import { retirementWarning } from './retirement-words.js';

/** Both are always given. */
interface Years {
  readonly fromYear?: number;
  readonly toYear?: number;
}

const BODY = new JsonShape(
  'retirementSchedule',
  v.object({ id: v.string(), regionId: v.string(), material: RETIREMENT_MATERIAL.schema }),
);
type Body = Checked<typeof BODY>;

@Resolver(() => AdvisoryBody)
export class AdvisoryBodyRetirement {
  @Reads(
    computed(
      (body, args) => {
        requireYears(args);
        return sql`json_build_object('id', ${body}.id, 'regionId', ${body}.region_id,
        'material', ${retirementMaterial(body)})`;
      },
      BODY,
      scheduleOf,
    ),
  )
  @Extensions({
    cost: 10,
    assumedSize: ({ fromYear, toYear }: Years) => Math.max(1, Math.min(toYear! - fromYear! + 1, MOST_YEARS)),
  })
  @FieldResolver(() => [RetirementYear], {
    description:
      'The rooster van aftreden (retirement schedule): for each year the terms that end, the vacancies and ' +
      'the warnings. Visible to the body’s secretary, coordinators of its region and national admins; ' +
      'empty for others.',
  })
  retirementSchedule(
    @Arg('fromYear', () => Int, { description: `First year, ${FIRST_YEAR} to ${LAST_YEAR}.` })
    _fromYear: number,
    @Arg('toYear', () => Int, {
      description: `Last year, inclusive, at most ${LAST_YEAR}; at most ${MOST_YEARS} years in total.`,
    })
    _toYear: number,
  ): RetirementYear[] {
    return readByEngine();
  }
}

function requireYears({ fromYear, toYear }: Args): void {
  requireBetween(fromYear, FIRST_YEAR, LAST_YEAR);
  const from = Number(fromYear!.value);
  requireBetween(toYear, from, lastYearFrom(from));
}

function scheduleOf({ material, ...body }: Body, { fromYear, toYear }: Years, { viewer }: Computing) {
  if (!seesAll(viewer, body)) return [];
  const seats = (ids: readonly string[]) => ids.map((id) => new NodeRef('AdvisorySeat', id));
  const years = { fromYear: fromYear!, toYear: toYear! };
  return retirementSchedule(material, years, viewer.today).map((year) => ({
    ...year,
    leaving: year.leaving.map(({ appointmentId, seatId, ...leaving }) => ({
      ...leaving,
      appointment: new NodeRef('SeatAppointment', appointmentId),
      seat: new NodeRef('AdvisorySeat', seatId),
    })),
    vacancies: seats(year.vacancies),
    warnings: year.warnings.map(({ code, seatIds }) => ({
      code,
      message: retirementWarning(code, viewer.locale, seatIds.length, material),
      seats: seats(seatIds),
    })),
  }));
}

/** Viewers who see all seats of a body and their holders; with fewer, shares and vacancies would be wrong. */
function seesAll(viewer: Viewer, body: Omit<Body, 'material'>): boolean {
  return hasRole(viewer, 'ADMIN') || fills(viewer, body);
}
