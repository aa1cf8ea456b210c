import { type SQL, sql } from 'drizzle-orm';
import { double, integer } from './constants';
import {
  earliestZoned,
  firstMonth,
  firstSecond,
  lastMonth,
  lastSecond,
  latestZoned,
  mostDays,
  mostMoved,
  secondsOf,
} from './limits';
import type { Kind, Unit } from './node';
import { zoneOffsets } from './zone-offsets';

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
    return named(time, count, addMonths(kind, moved(unit === 'years' ? 12 : 1, mostMoved.months)));
  }
  if (kind === 'date') {
    const days = moved(unit === 'weeks' ? 7 : 1, mostMoved.days);
    return named(
      time,
      count,
      sql`case when (${one} - date '0001-01-01') + ${days} between 0 and ${integer(mostDays)}
        then ${one} + ${days}::int end`,
    );
  }
  const seconds = moved(secondsOf[unit], mostMoved.seconds);
  return named(
    sql`extract(epoch from ${time})::double precision`,
    count,
    sql`case when ${one} + ${seconds} between ${double(firstSecond)} and ${double(lastSecond)}
      then to_timestamp(${one} + ${seconds}) end`,
  );
}

function addMonths(kind: Kind, months: SQL): SQL {
  // A moment keeps its time of day in UTC, wherever it is read.
  const local = kind === 'date' ? one : sql`(${one} at time zone 'UTC')`;
  const later = sql`(${local} + make_interval(months => ${months}::int))`;
  const place = sql`extract(year from ${local}) * 12 + extract(month from ${local}) - 1 + ${months}::int`;
  return sql`case when ${place} between ${integer(firstMonth)} and ${integer(lastMonth)}
    then ${kind === 'date' ? sql`${later}::date` : sql`${later} at time zone 'UTC'`} end`;
}

/** By how much the second value moves: so many times it, at most so much. */
const moved = (times: number, most: number): SQL =>
  sql`(case when ${two} is not null
    then least(greatest(trunc(${two}) * ${double(times)}, ${double(-most)}), ${double(most)}) end)`;

/** Whole units from the second time to the first. */
export function timeBetween(later: SQL, earlier: SQL, { kind, unit }: { kind: Kind; unit: Unit }) {
  if (unit === 'months') return named(later, earlier, months);
  if (unit === 'years') return named(later, earlier, sql`trunc((${months}) / 12)`);
  const seconds =
    kind === 'date'
      ? sql`(${later} - ${earlier})::double precision * 86400`
      : sql`extract(epoch from ${later} - ${earlier})::double precision`;
  return sql`trunc(${seconds} / ${double(secondsOf[unit])})`;
}

// The text is a constant of our own.
const earliest = sql.raw(`timestamptz '${earliestZoned}'`);
// The text is a constant of our own.
const latest = sql.raw(`timestamptz '${latestZoned}'`);

/**
 * What a clock in a zone shows at a moment; null where that is not known. The moment is written once, and
 * no name of a zone at all: databases know fewer of them, and take some for others.
 */
export function onWall(moment: SQL, timeZone: string): SQL {
  const known = sql`nullif(nullif(least(greatest(${moment}, ${earliest}), ${latest}), ${latest}), ${earliest})`;
  const { changes, seconds } = zoneOffsets(timeZone);
  if (changes.length === 0) {
    return sql`((${known}) at time zone 'UTC' + make_interval(secs => ${double(seconds[0] ?? 0)}))`;
  }
  const place = sql`width_bucket(extract(epoch from ${one})::double precision, ${listed(changes)}::double precision[]) + 1`;
  return named(
    known,
    sql`${listed(seconds)}::double precision[]`,
    sql`${one} at time zone 'UTC' + make_interval(secs => (${two})[${place}])`,
  );
}

const listed = (numbers: readonly number[]) => `{${numbers.join()}}`;

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
