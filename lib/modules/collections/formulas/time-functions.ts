import { asDay, asNumber, asTime, asTimes, type Part, settled } from './coerce';
import { call, type Node, type Operation, type Unit, units } from './node';
import { FormulaProblem } from './problem';
import { exactly, type FunctionRule, type Rest } from './signature';

const ofDay = (op: Operation): Rest =>
  exactly(1, ([one]) => call(op, 'number', [asDay(one as Part)]));

/** What reads and moves days and moments. */
export const timeFunctions: Record<string, FunctionRule> = {
  TODAY: {
    form: 'TODAY()',
    help: 'This day, where the workspace is.',
    example: '{Due} < TODAY()',
    ...exactly(0, () => call('today', 'date', [])),
  },
  NOW: {
    form: 'NOW()',
    help: 'This moment.',
    example: 'DATETIME_DIFF({Start}, NOW(), "hours")',
    ...exactly(0, () => call('now', 'moment', [])),
  },
  DATEADD: {
    form: 'DATEADD(date, count, unit)',
    help: 'A date so many days, weeks, months or years later.',
    example: 'DATEADD({Start}, 2, "weeks")',
    ...exactly(3, ([time, count, unit]) => {
      const moved = asTime(time as Part);
      return call('add_time', moved.kind, [moved, settled(asNumber(count as Part))], {
        unit: unitOf(unit as Part, moved.kind === 'date'),
      });
    }),
  },
  DATETIME_DIFF: {
    form: 'DATETIME_DIFF(later, earlier, unit)',
    help: 'How many whole days, weeks, months or years lie between two dates.',
    example: 'DATETIME_DIFF({Due}, TODAY(), "days")',
    ...exactly(3, buildDifference),
  },
  YEAR: {
    form: 'YEAR(date)',
    help: 'The year of a date.',
    example: 'YEAR({Due})',
    ...ofDay('year'),
  },
  MONTH: {
    form: 'MONTH(date)',
    help: 'The month of a date, from 1.',
    example: 'MONTH({Due})',
    ...ofDay('month'),
  },
  DAY: {
    form: 'DAY(date)',
    help: 'The day of the month.',
    example: 'DAY({Due})',
    ...ofDay('day'),
  },
  WEEKDAY: {
    form: 'WEEKDAY(date)',
    help: 'The day of the week: 0 is Sunday, 6 is Saturday.',
    example: 'WEEKDAY({Due})',
    ...ofDay('weekday'),
  },
};

function buildDifference([later, earlier, unit]: Part[]): Node {
  const times = asTimes(later as Part, earlier as Part);
  const days = times[0].kind === 'date';
  const by = unitOf(unit as Part, days);
  if (days || (by !== 'months' && by !== 'years')) {
    return call('time_between', 'number', times, { unit: by });
  }
  const both = times.map((time) => call('day_of', 'date', [time]));
  return call('time_between', 'number', both, { unit: by });
}

/** The unit that a text names. A day has no hours. */
function unitOf({ node, at }: Part, ofDays: boolean): Unit {
  const said = node.op === 'literal' ? String(node.value).toLowerCase() : '';
  const unit = units.find((one) => one === said || one === `${said}s`);
  const known = ofDays ? units.slice(units.indexOf('days')) : units;
  if (unit && known.includes(unit)) return unit;
  throw new FormulaProblem('A unit is one of these: {units}.', at, {
    units: known.map((one) => `"${one}"`).join(', '),
  });
}
