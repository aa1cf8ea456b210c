import { choiceColors } from '../fields/colors';
import { formatFilter, parseFilter } from './filter-text';
import {
  type FilterNode,
  isGroup,
  isWhole,
  maxTints,
  maxWidth,
  minWidth,
  type PageView,
  periods,
  plainState,
  rowHeights,
  type Sort,
  type Tint,
  type View,
  type ViewState,
  viewKinds,
  wholeFilters,
  zooms,
} from './state';

/**
 * Reads `view=…&q=words&filter=age.gte.18&match=any&sort=name,-age&hide=notes…`: what the address
 * says stands before what is saved. What cannot be read is left out.
 */
export function parseView(query: URLSearchParams, saved: ViewState = plainState): PageView {
  const state = Object.fromEntries(
    names.map((name) => {
      const { param, read } = codecs[name];
      return [name, query.has(param) ? (read(query.getAll(param)) ?? saved[name]) : saved[name]];
    }),
  ) as unknown as ViewState;
  const at = query.get('at') ?? '';
  return {
    ...state,
    search: query.get('q') ?? '',
    at: /^\d{4}-\d{2}-\d{2}$/.test(at) ? at : '',
  };
}

/** Writes into an address what differs from the saved view; other values of the address stay. */
export function writeView(
  query: URLSearchParams,
  { search, at, ...state }: PageView,
  saved: ViewState = plainState,
): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete('q');
  next.delete('at');
  if (search) next.set('q', search);
  if (at) next.set('at', at);
  for (const name of names) {
    next.delete(codecs[name].param);
    const texts = written(name, state);
    if (same(texts, written(name, saved))) continue;
    // An empty value says that nothing is wanted where the saved view wants something.
    for (const text of texts.length > 0 ? texts : ['']) next.append(codecs[name].param, text);
  }
  return next;
}

/** Whether two states show the same. */
export const sameState = (one: ViewState, other: ViewState): boolean =>
  names.every((name) => same(written(name, one), written(name, other)));

/** The state alone, without what is never saved. */
export function stateOf({ search: _, at: __, ...state }: PageView): ViewState {
  const tints = state.tints.filter(({ filter }) => isWhole(filter));
  return { ...state, filters: wholeFilters(state.filters), tints };
}

/** The same view as parameters of the REST door, in bracket notation. */
export function restQuery({ search, filters = [], match, sorts = [] }: View): URLSearchParams {
  const query = new URLSearchParams();
  if (search?.trim()) query.set('search', search);
  if (match === 'any') query.set('match', match);
  writeNodes(query, 'filters', wholeFilters(filters));
  for (const [index, { field, direction, by }] of sorts.entries()) {
    query.set(`sorts[${index}][field]`, field);
    query.set(`sorts[${index}][direction]`, direction);
    if (by) query.set(`sorts[${index}][by]`, by);
  }
  return query;
}

function writeNodes(query: URLSearchParams, path: string, nodes: readonly FilterNode[]) {
  for (const [index, node] of nodes.entries()) {
    const at = `${path}[${index}]`;
    query.set(`${at}[op]`, node.op);
    if (isGroup(node)) {
      writeNodes(query, `${at}[filters]`, node.filters);
      continue;
    }
    query.set(`${at}[field]`, node.field);
    if (Array.isArray(node.value)) {
      for (const [i, one] of node.value.entries()) query.set(`${at}[value][${i}]`, String(one));
    } else if (node.value !== undefined) query.set(`${at}[value]`, String(node.value));
  }
}

interface Codec<T> {
  param: string;
  write(value: T): string[];
  /** Undefined for what cannot be read. */
  read(texts: string[]): T | undefined;
}

const oneOf = <T extends string>(param: string, all: readonly T[]): Codec<T> => ({
  param,
  write: (value) => [value],
  read: ([text]) => all.find((one) => one === text),
});

const keys = (param: string): Codec<string[]> => ({
  param,
  write: (value) => (value.length > 0 ? [value.join(',')] : []),
  read: ([text]) => listed(text),
});

const key = (param: string): Codec<string | null> => ({
  param,
  write: (value) => (value ? [value] : []),
  read: ([text]) => text || null,
});

const codecs: { [K in keyof ViewState]: Codec<ViewState[K]> } = {
  kind: oneOf('as', viewKinds),
  filters: {
    param: 'filter',
    write: (nodes) => nodes.map(formatFilter),
    read: (texts) => texts.flatMap(parseFilter),
  },
  match: oneOf('match', ['all', 'any'] as const),
  sorts: {
    param: 'sort',
    write: (sorts) => (sorts.length > 0 ? [sorts.map(formatSort).join(',')] : []),
    read: ([text]) => listed(text).map(parseSort),
  },
  hidden: keys('hide'),
  order: keys('order'),
  widths: {
    param: 'widths',
    write: (widths) => {
      const parts = Object.entries(widths).map(([name, width]) => `${name}:${width}`);
      return parts.length > 0 ? [parts.sort().join(',')] : [];
    },
    read: ([text]) => Object.fromEntries(listed(text).flatMap(parseWidth)),
  },
  frozen: {
    param: 'frozen',
    write: (frozen) => [frozen ? 'yes' : 'no'],
    read: ([text]) => text !== 'no',
  },
  rowHeight: oneOf('rows', rowHeights),
  group: {
    param: 'group',
    write: (group) => (group ? [formatSort(group)] : []),
    read: ([text]) => (text ? parseSort(text) : null),
  },
  sum: key('sum'),
  tints: {
    param: 'tint',
    write: (tints) => tints.map(({ color, filter }) => `${color}.${formatFilter(filter)}`),
    read: (texts) => texts.flatMap(parseTint).slice(0, maxTints),
  },
  columns: key('columns'),
  cover: key('cover'),
  date: key('date'),
  scale: oneOf('scale', ['month', 'week'] as const),
  end: key('end'),
  lanes: key('lanes'),
  waits: key('waits'),
  zoom: oneOf('zoom', zooms),
};

const names = Object.keys(codecs) as (keyof ViewState)[];

const written = (name: keyof ViewState, state: ViewState) =>
  (codecs[name] as Codec<unknown>).write(state[name]);

const same = (one: string[], other: string[]) => one.join('\n') === other.join('\n');

const listed = (text: string | undefined) => (text ?? '').split(',').filter(Boolean);

const formatSort = ({ field, direction, by }: Sort) =>
  `${direction === 'desc' ? '-' : ''}${field}${by ? `.${by}` : ''}`;

function parseSort(text: string): Sort {
  const [field = '', period] = text.replace(/^-/, '').split('.');
  const by = periods.find((one) => one === period);
  return { field, direction: text.startsWith('-') ? 'desc' : 'asc', ...(by && { by }) };
}

function parseTint(text: string): Tint[] {
  const [name = ''] = text.split('.', 1);
  const color = choiceColors.find((one) => one === name);
  const [filter] = parseFilter(text.slice(name.length + 1));
  return color && filter && !isGroup(filter) ? [{ color, filter }] : [];
}

function parseWidth(text: string): [string, number][] {
  const [, name, width] = /^(.+):(\d{1,4})$/.exec(text) ?? [];
  return name ? [[name, Math.min(maxWidth, Math.max(minWidth, Number(width)))]] : [];
}
