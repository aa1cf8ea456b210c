import type { Field, FieldType } from '../fields/shapes';
import { viewingOf } from '../fields/types/viewing';
import {
  type Filter,
  type FilterNode,
  isGroup,
  type PageView,
  type Sort,
  type View,
  type ViewKind,
  type ViewState,
} from './state';

/** Types that place a record in a calendar. */
export const isDateType = (type: FieldType) => viewingOf(type).calendar !== undefined;

/** Types that a gallery takes pictures from. */
export const isCoverType = (type: FieldType) => type === 'file';

/** Types of few values, each a column of a board. */
export const isColumnType = (type: FieldType) => viewingOf(type).columns === true;

/** Fields of a type whose values are few and each one's own: a timeline can have a lane for each. */
export const isLaneType = ({ type, options }: Pick<Field, 'type' | 'options'>) =>
  isColumnType(type) || (type === 'relation' && !options.many);

/** Types whose records can be grouped by a period. */
export const isPeriodType = (type: FieldType) => viewingOf(type).calendar === 'day';

/** Types whose values add up. */
export const isSummedType = (type: FieldType) => type === 'number' || type === 'money';

/** Types that rows can be grouped by; dates by a period. */
export const isGroupType = (type: FieldType) => isColumnType(type) || isPeriodType(type);

/** Whether a filter of a field may have this value. */
export type Suits = (field: Field, value: Filter['value']) => boolean;

/** What a view is judged by: a collection, as far as somebody sees it. */
export interface Shown {
  id: string;
  fields: readonly Field[];
}

/**
 * A view as the fields of a collection can show it, and in words what had to be left out: a field or an option
 * that is gone, or a field that became of another type. Values of filters are judged by `suits`;
 * without it they stay, as while somebody types.
 */
export function fitView<S extends ViewState>(
  state: S,
  { id, fields }: Shown,
  suits: Suits = () => true,
): { state: S; dropped: string[] } {
  const dropped: string[] = [];
  const fitting = (nodes: FilterNode[]) => fitNodes(nodes, { find, suits, dropped });
  const find = (key: string) => fields.find((field) => field.key === key);
  const keep = (fits: boolean | undefined, what: string) => {
    if (!fits) dropped.push(what);
    return Boolean(fits);
  };
  const nameOf = (key: string) => find(key)?.name ?? key;
  const fitted: S = {
    ...state,
    filters: fitting(state.filters),
    sorts: state.sorts.filter(({ field }) =>
      keep(find(field)?.sortable, `the order by ${nameOf(field)}`),
    ),
    hidden: state.hidden.filter(find),
    order: state.order.filter(find),
    widths: Object.fromEntries(Object.entries(state.widths).filter(([key]) => find(key))),
  };
  const { group } = state;
  if (group && !keep(canGroup(find(group.field)), `the groups by ${nameOf(group.field)}`)) {
    fitted.group = null;
  }
  fitted.tints = state.tints.flatMap(({ color, filter }) => {
    const [fits] = fitting([filter]);
    return fits && !isGroup(fits) ? [{ color, filter: fits }] : [];
  });
  for (const [part, can, what] of parts) {
    const key = state[part];
    if (key && !keep(can(find(key), id), `${what} ${nameOf(key)}`)) fitted[part] = null;
  }
  return { state: fitted, dropped };
}

export const canGroup = (field: Field | undefined) =>
  Boolean(field?.sortable && isGroupType(field.type));

export const canBeColumns = (field: Field | undefined) =>
  Boolean(field?.sortable && isColumnType(field.type));

/** Numbers come to a sum; of others, how many are filled in is said. */
export const canAddUp = (field: Pick<Field, 'type'> | undefined) =>
  Boolean(field && field.type !== 'lookup');

/** A lane for each of few values, or for each record that a relation leads to, if that is one. */
export const canBeLanes = (field: Field | undefined) => Boolean(field && isLaneType(field));

/** A relation that leads back into the collection it belongs to. */
export const canBeWaits = (
  field: Pick<Field, 'type' | 'options'> | undefined,
  collectionId: string,
) => field?.type === 'relation' && field.options.targetId === collectionId;

export const canBeCover = (field: Field | undefined) => Boolean(field && isCoverType(field.type));

export const canBeDate = (field: Field | undefined) =>
  Boolean(field?.sortable && isDateType(field.type));

/** The parts of a view that name one field: which can be, and how the part is called. */
const parts = [
  ['columns', canBeColumns, 'the columns by'],
  ['sum', canAddUp, 'the sum of'],
  ['cover', canBeCover, 'the pictures of'],
  ['date', canBeDate, 'the days by'],
  ['end', canBeDate, 'the ends by'],
  ['lanes', canBeLanes, 'the lanes by'],
  ['waits', canBeWaits, 'what waits by'],
] as const;

/** What a view shows itself by when it becomes of a kind, as far as that was not chosen. */
export function openedAs(
  kind: ViewKind,
  view: ViewState,
  fields: readonly Field[],
): Partial<ViewState> {
  const first = (can: (field: Field) => boolean) => fields.find(can)?.key ?? null;
  if (kind === 'board') return { kind, columns: view.columns ?? first(canBeColumns) };
  if (kind === 'gallery') return { kind, cover: view.cover ?? first(canBeCover) };
  if (kind === 'calendar') return { kind, date: view.date ?? first(canBeDate) };
  if (kind !== 'timeline' || view.date) return { kind };
  const [date, end] = fields.filter(canBeDate);
  return { kind, date: date?.key ?? null, end: view.end ?? end?.key ?? null };
}

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

interface Fitting {
  find(key: string): Field | undefined;
  suits: Suits;
  dropped: string[];
}

function fitNodes(nodes: readonly FilterNode[], fitting: Fitting): FilterNode[] {
  const { find, suits, dropped } = fitting;
  return nodes.flatMap((node): FilterNode[] => {
    if (isGroup(node)) {
      const filters = fitNodes(node.filters, fitting);
      return filters.length > 0 || node.filters.length === 0 ? [{ ...node, filters }] : [];
    }
    const field = find(node.field);
    const fitted = field && fitFilter(node, field, suits);
    if (!fitted) dropped.push(`a filter by ${field?.name ?? node.field}`);
    return fitted ? [fitted] : [];
  });
}

function fitFilter(filter: Filter, field: Field, suits: Suits): Filter | null {
  if (!viewingOf(field.type).operators.includes(filter.op)) return null;
  const { value } = filter;
  if (!suits(field, value)) return null;
  const { choices } = field.options;
  if (!choices || value === undefined || value === '') return filter;
  const known = (one: unknown) =>
    choices.some(({ id, name }) => id === one || name.toLowerCase() === String(one).toLowerCase());
  if (!Array.isArray(value)) return known(value) ? filter : null;
  const left = value.filter(known);
  return left.length > 0 || value.length === 0 ? { ...filter, value: left } : null;
}
