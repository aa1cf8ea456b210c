import { AppError, invalid, isAppError } from '@/lib/errors';
import type { LoadedCollection } from '../load';
import { isSortable } from '../view/columns';
import { filterCondition, filterConditions } from '../view/filters';
import {
  canAddUp,
  canBeWaits,
  isColumnType,
  isCoverType,
  isDateType,
  isGroupType,
  isLaneType,
  isPeriodType,
} from '../view/fit';
import { refuseTooLarge } from '../view/size';
import { sortTerms } from '../view/sorts';
import type { ViewState } from './shapes';

/** Throws `invalid` naming the part of a view that its collection cannot show. */
export function checkState(
  state: ViewState,
  { id, fields }: Pick<LoadedCollection, 'id' | 'fields'>,
): void {
  within('state', () => {
    const tints = state.tints.map(({ filter }) => filter);
    refuseTooLarge({ ...state, filters: [...state.filters, ...tints] }, fields);
    filterConditions(state, fields);
    sortTerms(state.sorts, fields);
  });
  for (const [index, { filter }] of state.tints.entries()) {
    filterCondition(filter, `state.tints.${index}.filter`, fields);
  }
  const named = (key: string, path: string) => {
    const field = fields.find((one) => one.key === key);
    if (!field) throw invalid(path, `There is no field ${key}.`);
    return field;
  };
  for (const part of ['hidden', 'order'] as const) {
    for (const [index, key] of state[part].entries()) named(key, `state.${part}.${index}`);
  }
  for (const key of Object.keys(state.widths)) named(key, `state.widths.${key}`);
  const { group } = state;
  if (group) {
    const field = named(group.field, 'state.group.field');
    const { type, name } = field;
    if (!isGroupType(type) || !isSortable(field)) {
      throw invalid('state.group.field', `Records cannot be grouped by ${name}.`);
    }
    if (group.by && !isPeriodType(type)) {
      throw invalid('state.group.by', `${name} holds no dates.`);
    }
  }
  if (state.sum && !canAddUp(named(state.sum, 'state.sum'))) {
    throw invalid('state.sum', 'A field that is looked up elsewhere cannot be added up.');
  }
  if (state.columns && !isColumnType(named(state.columns, 'state.columns').type)) {
    throw invalid('state.columns', 'A board cannot have columns by this field.');
  }
  if (state.cover && !isCoverType(named(state.cover, 'state.cover').type)) {
    throw invalid('state.cover', 'A gallery takes its pictures from a field that holds files.');
  }
  if (state.date && !isDateType(named(state.date, 'state.date').type)) {
    throw invalid('state.date', 'A calendar needs a field that holds a date.');
  }
  if (state.end && !isDateType(named(state.end, 'state.end').type)) {
    throw invalid('state.end', 'Records end with a field that holds a date.');
  }
  if (state.lanes && !isLaneType(named(state.lanes, 'state.lanes'))) {
    throw invalid('state.lanes', 'A timeline cannot have lanes by this field.');
  }
  if (state.waits && !canBeWaits(named(state.waits, 'state.waits'), id)) {
    throw invalid('state.waits', 'Records wait for records of the same collection.');
  }
}

/** Runs a check and puts the paths it complains about below another. */
function within(path: string, check: () => void) {
  try {
    check();
  } catch (error) {
    if (!isAppError(error)) throw error;
    const fields = Object.entries(error.fields).map(([at, message]) => [`${path}.${at}`, message]);
    throw new AppError(error.code, error.message, { fields: Object.fromEntries(fields) });
  }
}
