import { type SQL, sql } from 'drizzle-orm';
import {
  firstMonth,
  firstSecond,
  lastMonth,
  lastSecond,
  mostDays,
  mostMoved,
  secondsOf,
} from './limits';
import type { Kind, Unit } from './node';

/**
 * Gives two values names, so that an expression that uses one twice holds it once. The planner may not
 * take it apart again.
 */
export const named = (one: SQL, other: SQL, body: SQL): SQL =>
  sql`(select ${body} from (select ${one} as v_one, ${other} as v_two offset 0) as v)`;

const one = sql`v.v_one`;
const two = sql`v.v_two`;

/** A day or a moment so much later; null beyond the years there are. `trunc` and bounds come first. */
export function addTime(time: SQL, count: SQL, { kind, unit }: { kind: Kind; unit: Unit }): SQL {
  if (unit === 'months' || unit === 'years') {
    return named(
      time,
      clamped(count, unit === 'years' ? 12 : 1, mostMoved.months),
      addMonths(kind),
    );
  }
  if (kind === 'date') {
    const days = clamped(count, unit === 'weeks' ? 7 : 1, mostMoved.days);
    return named(
      time,
      days,
      sql`case when (${one} - date '0001-01-01') + ${two} between 0 and ${mostDays}::int
        then ${one} + ${two}::int end`,
    );
  }
  const seconds = clamped(count, secondsOf[unit], mostMoved.seconds);
  return named(
    sql`extract(epoch from ${time})::double precision`,
    seconds,
    sql`case when ${one} + ${two} between ${firstSecond}::double precision and ${lastSecond}::double precision
      then to_timestamp(${one} + ${two}) end`,
  );
}

function addMonths(kind: Kind): SQL {
  // A moment keeps its time of day in UTC, wherever it is read.
  const local = kind === 'date' ? one : sql`(${one} at time zone 'UTC')`;
  const moved = sql`(${local} + make_interval(months => ${two}::int))`;
  const place = sql`extract(year from ${local}) * 12 + extract(month from ${local}) - 1 + ${two}::int`;
  return sql`case when ${place} between ${firstMonth}::int and ${lastMonth}::int
    then ${kind === 'date' ? sql`${moved}::date` : sql`${moved} at time zone 'UTC'`} end`;
}

const clamped = (count: SQL, times: number, most: number): SQL =>
  sql`least(greatest(trunc(${count}) * ${times}::double precision, ${-most}::double precision), ${most}::double precision)
    + 0 * ${count}`;

/** Whole units from the second time to the first. */
export function timeBetween(later: SQL, earlier: SQL, { kind, unit }: { kind: Kind; unit: Unit }) {
  if (unit === 'months') return named(later, earlier, months);
  if (unit === 'years') return named(later, earlier, sql`trunc((${months}) / 12)`);
  const seconds =
    kind === 'date'
      ? sql`(${later} - ${earlier})::double precision * 86400`
      : sql`extract(epoch from ${later} - ${earlier})::double precision`;
  return sql`trunc(${seconds} / ${secondsOf[unit]}::double precision)`;
}

const of = (part: SQL, day: SQL) => sql`extract(${part} from ${day})::double precision`;
const year = sql`year`;
const month = sql`month`;
const day = sql`day`;

const months = sql`(${of(year, one)} - ${of(year, two)}) * 12 + ${of(month, one)} - ${of(month, two)}
  + case when ${one} >= ${two} and ${of(day, one)} < ${of(day, two)} then -1
    when ${one} < ${two} and ${of(day, one)} > ${of(day, two)} then 1 else 0 end`;

/** A part of a day as a number. */
export const partOf = {
  year: (at: SQL) => of(year, at),
  month: (at: SQL) => of(month, at),
  day: (at: SQL) => of(day, at),
  weekday: (at: SQL) => of(sql`dow`, at),
};
