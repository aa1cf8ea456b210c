import type { ChoiceColor } from '../fields/colors';
import { type Combinator, type Operator, takesNothing } from './operators';

/*
 * What a view is made of. Without the schema library, since pages in the browser use it too.
 */

type Scalar = string | number | boolean;

/** One condition on one field. */
export interface Filter {
  field: string;
  op: Operator;
  value?: Scalar | Scalar[] | undefined;
}

/** Filters of which all or any must apply. */
export interface FilterGroup {
  op: Combinator;
  filters: FilterNode[];
}

export type FilterNode = Filter | FilterGroup;

export const isGroup = (node: FilterNode): node is FilterGroup => 'filters' in node;

export const periods = ['day', 'week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

export interface Sort {
  field: string;
  direction: 'asc' | 'desc';
  by?: Period | undefined;
}

/** Which records are shown, and in which order. */
export interface View {
  search?: string | undefined;
  filters?: FilterNode[] | undefined;
  match?: Combinator | undefined;
  sorts?: Sort[] | undefined;
}

export const viewKinds = ['grid', 'board', 'calendar', 'gallery', 'timeline'] as const;
export type ViewKind = (typeof viewKinds)[number];

/** What one column of a timeline stands for, the finest first. */
export const zooms = ['day', 'week', 'month', 'quarter'] as const;
export type Zoom = (typeof zooms)[number];

export const rowHeights = ['short', 'medium', 'tall'] as const;
export type RowHeight = (typeof rowHeights)[number];

/** Records that meet a condition show this colour; of several, that of the first. */
export interface Tint {
  color: ChoiceColor;
  filter: Filter;
}

/** Conditions that a view may have colours for. */
export const maxTints = 9;

/** Everything a saved view keeps; fields go by their keys. */
export interface ViewState {
  kind: ViewKind;
  filters: FilterNode[];
  match: Combinator;
  sorts: Sort[];
  hidden: string[];
  /** The columns that were put somewhere; the others follow in the collection's order. */
  order: string[];
  /** Pixels, of the columns that were widened or narrowed. */
  widths: Record<string, number>;
  frozen: boolean;
  rowHeight: RowHeight;
  /** What the rows of a grid are grouped by. */
  group: Sort | null;
  /** The field that is added up at the foot of a grid, and in each of its groups. */
  sum: string | null;
  tints: Tint[];
  /** What a board's columns stand for. */
  columns: string | null;
  /** The files that a gallery takes its pictures from. */
  cover: string | null;
  /** The date a calendar places records by, and that a timeline begins them with. */
  date: string | null;
  scale: 'month' | 'week';
  /** The date a timeline ends records with. */
  end: string | null;
  /** What the lanes of a timeline stand for; null where each record has one. */
  lanes: string | null;
  /** The relation that says which records of the same collection one on a timeline waits for. */
  waits: string | null;
  zoom: Zoom;
}

/** A view as its page shows it: the state, and what is never saved. */
export interface PageView extends ViewState {
  search: string;
  /** The day a calendar or a timeline is open at, as yyyy-mm-dd; today when it is empty. */
  at: string;
}

/** How a collection shows where nothing was chosen. */
export const plainState: ViewState = {
  kind: 'grid',
  filters: [],
  match: 'all',
  sorts: [],
  hidden: [],
  order: [],
  widths: {},
  frozen: true,
  rowHeight: 'short',
  group: null,
  sum: null,
  tints: [],
  columns: null,
  cover: null,
  date: null,
  scale: 'month',
  end: null,
  lanes: null,
  waits: null,
  zoom: 'week',
};

export const minWidth = 64;
export const maxWidth = 900;

/** The filters without conditions that still lack a value, and without groups left empty by that. */
export const wholeFilters = (nodes: readonly FilterNode[]): FilterNode[] =>
  nodes.flatMap((node): FilterNode[] => {
    if (!isGroup(node)) return isWhole(node) ? [node] : [];
    const filters = wholeFilters(node.filters);
    return filters.length > 0 ? [{ ...node, filters }] : [];
  });

/** Fields in the view's order. */
export function inOrder<F extends { key: string }>(fields: readonly F[], order: readonly string[]) {
  const placed = order.flatMap((key) => fields.filter((field) => field.key === key));
  return [...placed, ...fields.filter(({ key }) => !order.includes(key))];
}

/** The fields that a view shows, in its order. */
export const shownFields = <F extends { key: string }>(
  fields: readonly F[],
  { order, hidden }: Pick<ViewState, 'order' | 'hidden'>,
) => inOrder(fields, order).filter(({ key }) => !hidden.includes(key));

/** False while a person still has to say what to compare with. */
export function isWhole({ op, value }: Filter): boolean {
  if (takesNothing(op)) return true;
  if (op === 'between') {
    return Array.isArray(value) && value.length === 2 && value.every((one) => one !== '');
  }
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}
/** The view narrowed by one more condition, whatever it asks for already. */
export function narrowed({ filters = [], match = 'all', ...view }: View, more: FilterNode[]): View {
  const whole = wholeFilters(filters);
  const joined = match === 'any' && whole.length > 1 ? [{ op: match, filters: whole }] : whole;
  return { ...view, match: 'all', filters: [...joined, ...more] };
}
