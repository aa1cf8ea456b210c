import { operators, takesList, takesNothing } from './operators';
import type { Filter, Sort, View } from './shapes';

/** A view as the address of its page holds it: what is shown, in which order, without which fields. */
export interface PageView extends View {
  search: string;
  filters: Filter[];
  match: 'all' | 'any';
  sorts: Sort[];
  hidden: string[];
}

/**
 * Reads `q=words&filter=age.gte.18&match=any&sort=name,-age&hide=notes`. What cannot be read is
 * left out.
 */
export function parseView(query: URLSearchParams): PageView {
  return {
    search: query.get('q') ?? '',
    filters: query.getAll('filter').flatMap(parseFilter),
    match: query.get('match') === 'any' ? 'any' : 'all',
    sorts: listed(query.get('sort')).map(parseSort),
    hidden: listed(query.get('hide')),
  };
}

/** Writes a view into an address; other values of the address stay. */
export function writeView(query: URLSearchParams, view: PageView): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of ['q', 'filter', 'match', 'sort', 'hide']) next.delete(name);
  if (view.search) next.set('q', view.search);
  for (const filter of view.filters) next.append('filter', formatFilter(filter));
  if (view.match === 'any' && view.filters.length > 1) next.set('match', 'any');
  const sorts = view.sorts.map(({ field, direction }) =>
    direction === 'desc' ? `-${field}` : field,
  );
  if (sorts.length > 0) next.set('sort', sorts.join(','));
  if (view.hidden.length > 0) next.set('hide', view.hidden.join(','));
  return next;
}

/** The same view as parameters of the REST door, in bracket notation. */
export function restQuery({ search, filters = [], match, sorts = [] }: View): URLSearchParams {
  const query = new URLSearchParams();
  if (search?.trim()) query.set('search', search);
  if (match === 'any') query.set('match', match);
  for (const [index, { field, op, value }] of filters.filter(isWhole).entries()) {
    query.set(`filters[${index}][field]`, field);
    query.set(`filters[${index}][op]`, op);
    if (Array.isArray(value)) {
      for (const [at, one] of value.entries())
        query.set(`filters[${index}][value][${at}]`, String(one));
    } else if (value !== undefined) query.set(`filters[${index}][value]`, String(value));
  }
  for (const [index, { field, direction }] of sorts.entries()) {
    query.set(`sorts[${index}][field]`, field);
    query.set(`sorts[${index}][direction]`, direction);
  }
  return query;
}

/** False while a person still has to say what to compare with. */
export function isWhole({ op, value }: Filter): boolean {
  if (takesNothing(op)) return true;
  if (op === 'between') {
    return Array.isArray(value) && value.length === 2 && value.every((one) => one !== '');
  }
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

const listed = (text: string | null) => (text ?? '').split(',').filter(Boolean);

const parseSort = (text: string): Sort =>
  text.startsWith('-')
    ? { field: text.slice(1), direction: 'desc' }
    : { field: text, direction: 'asc' };

function parseFilter(text: string): Filter[] {
  const [, field, name, rest] = /^([^.]+)\.([a-z_]+)(?:\.([\s\S]*))?$/.exec(text) ?? [];
  const op = operators.find((one) => one === name);
  if (!field || !op) return [];
  if (rest === undefined) return [{ field, op }];
  return [{ field, op, value: takesList(op) ? parseList(rest) : rest }];
}

const formatFilter = ({ field, op, value }: Filter) =>
  value === undefined
    ? `${field}.${op}`
    : `${field}.${op}.${Array.isArray(value) ? value.map((one) => encodeURIComponent(String(one))).join('|') : value}`;

const parseList = (text: string) =>
  text.split('|').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
