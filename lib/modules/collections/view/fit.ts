import type { Field, FieldType } from '../fields/shapes';
import { viewingOf } from '../fields/types/viewing';
import {
  type Filter,
  type FilterNode,
  isGroup,
  type PageView,
  type Sort,
  type View,
  type ViewState,
} from './state';

/** Types that place a record in a calendar. */
export const isDateType = (type: FieldType) => viewingOf(type).calendar !== undefined;

/** Types that a gallery takes pictures from. */
export const isCoverType = (type: FieldType) => type === 'file';

/** Types of few values, each a column of a board. */
export const isColumnType = (type: FieldType) => viewingOf(type).columns === true;

/** Types whose records can be grouped by a period. */
export const isPeriodType = (type: FieldType) => viewingOf(type).calendar === 'day';

/** Types whose values add up. */
export const isSummedType = (type: FieldType) => type === 'number' || type === 'money';

/** Types that rows can be grouped by; dates by a period. */
export const isGroupType = (type: FieldType) => isColumnType(type) || isPeriodType(type);

/**
 * A view as these fields can show it, and in words what had to be left out: a field or an option
 * that is gone, or a field that became of another type.
 */
export function fitView<S extends ViewState>(
  state: S,
  fields: readonly Field[],
): { state: S; dropped: string[] } {
  const dropped: string[] = [];
  const find = (key: string) => fields.find((field) => field.key === key);
  const keep = (fits: boolean | undefined, what: string) => {
    if (!fits) dropped.push(what);
    return Boolean(fits);
  };
  const nameOf = (key: string) => find(key)?.name ?? key;
  const fitted: S = {
    ...state,
    filters: fitNodes(state.filters, find, dropped),
    sorts: state.sorts.filter(({ field }) =>
      keep(find(field)?.sortable, `the order by ${nameOf(field)}`),
    ),
    hidden: state.hidden.filter(find),
    order: state.order.filter(find),
    widths: Object.fromEntries(Object.entries(state.widths).filter(([key]) => find(key))),
  };
  const { group, columns, cover, date } = state;
  if (group && !keep(canGroup(find(group.field)), `the groups by ${nameOf(group.field)}`)) {
    fitted.group = null;
  }
  if (columns && !keep(canBeColumns(find(columns)), `the columns by ${nameOf(columns)}`)) {
    fitted.columns = null;
  }
  fitted.tints = state.tints.flatMap(({ color, filter }) => {
    const [fits] = fitNodes([filter], find, dropped);
    return fits && !isGroup(fits) ? [{ color, filter: fits }] : [];
  });
  if (state.sum && !keep(canAddUp(find(state.sum)), `the sum of ${nameOf(state.sum)}`)) {
    fitted.sum = null;
  }
  if (cover && !keep(canBeCover(find(cover)), `the pictures of ${nameOf(cover)}`)) {
    fitted.cover = null;
  }
  if (date && !keep(canBeDate(find(date)), `the days by ${nameOf(date)}`)) fitted.date = null;
  return { state: fitted, dropped };
}

export const canGroup = (field: Field | undefined) =>
  Boolean(field?.sortable && isGroupType(field.type));

export const canBeColumns = (field: Field | undefined) =>
  Boolean(field?.sortable && isColumnType(field.type));

/** Numbers come to a sum; of others, how many are filled in is said. */
export const canAddUp = (field: Pick<Field, 'type'> | undefined) =>
  Boolean(field && field.type !== 'lookup');

export const canBeCover = (field: Field | undefined) => Boolean(field && isCoverType(field.type));

export const canBeDate = (field: Field | undefined) =>
  Boolean(field?.sortable && isDateType(field.type));

/** What the records of a page are asked for by: the order of a grid begins with its groups. */
export function listedView(view: PageView, fields: readonly Field[]): View {
  const { search, filters, match, sorts, group } = view;
  const field = fields.find(({ key }) => key === group?.field);
  const first = group && field && view.kind === 'grid' ? [groupSort(field, group)] : [];
  return { search, filters, match, sorts: [...first, ...sorts] };
}

/** The sort that brings the records of each group together. */
export const groupSort = ({ type }: { type: FieldType }, sort: Sort): Sort =>
  isPeriodType(type) ? { ...sort, by: sort.by ?? 'day' } : sort;

type Find = (key: string) => Field | undefined;

function fitNodes(nodes: readonly FilterNode[], find: Find, dropped: string[]): FilterNode[] {
  return nodes.flatMap((node): FilterNode[] => {
    if (isGroup(node)) {
      const filters = fitNodes(node.filters, find, dropped);
      return filters.length > 0 || node.filters.length === 0 ? [{ ...node, filters }] : [];
    }
    const field = find(node.field);
    const fitted = field && fitFilter(node, field);
    if (!fitted) dropped.push(`a filter by ${field?.name ?? node.field}`);
    return fitted ? [fitted] : [];
  });
}

function fitFilter(filter: Filter, field: Field): Filter | null {
  if (!viewingOf(field.type).operators.includes(filter.op)) return null;
  const { value } = filter;
  const { choices } = field.options;
  if (!choices || value === undefined || value === '') return filter;
  const known = (one: unknown) =>
    choices.some(({ id, name }) => id === one || name.toLowerCase() === String(one).toLowerCase());
  if (!Array.isArray(value)) return known(value) ? filter : null;
  const left = value.filter(known);
  return left.length > 0 || value.length === 0 ? { ...filter, value: left } : null;
}
