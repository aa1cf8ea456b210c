import type { Operator } from '../../view/operators';
import type { FieldType } from '../shapes';

/** How records can be viewed by a field. Apart from the rest of its type, since every view needs it. */
export interface Viewing {
  /** The conditions that suit its values; the first is the usual one. */
  operators: readonly Operator[];
  /** Few values: each can be a group of rows or a column of a board. */
  columns?: true;
  /** Places records in a calendar, by the day itself or by the reader's day of a moment. */
  calendar?: 'day' | 'moment';
}

export const viewingOf = (type: FieldType): Viewing => viewings[type];

const empties = ['is_empty', 'is_not_empty'] as const;
const between = ['lt', 'lte', 'gt', 'gte', 'between', ...empties] as const;

const lines: Viewing = {
  operators: ['contains', 'not_contains', 'equals', 'not_equals', 'one_of', ...empties],
};
const prose: Viewing = { operators: ['contains', 'not_contains', ...empties] };
const ordered: Viewing = { operators: ['equals', 'not_equals', ...between, 'one_of'] };
const picked: Viewing = {
  operators: ['equals', 'not_equals', 'one_of', 'none_of', ...empties],
  columns: true,
};
const lists: Viewing = { operators: ['one_of', 'all_of', 'none_of', ...empties] };

const viewings: Record<FieldType, Viewing> = {
  text: lines,
  long_text: prose,
  number: ordered,
  money: ordered,
  date: { ...ordered, calendar: 'day' },
  datetime: { operators: between, calendar: 'moment' },
  boolean: { operators: ['equals', 'not_equals', ...empties], columns: true },
  select: picked,
  multi_select: lists,
  email: lines,
  url: lines,
  person: picked,
  relation: lists,
  lookup: { operators: [] },
  formula: { operators: [] },
  file: prose,
};
