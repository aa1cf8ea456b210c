import { foldText } from '@/lib/fields/fold';
import type { ChoiceColor } from '../fields/colors';
import type { Field, FieldType } from '../fields/shapes';
import { fileNameOf, fileRefs } from '../values/files';
import { type Filter, isWhole, type Tint } from './state';

/*
 * Conditions looked at in the browser, so that a record changes its colour as it is edited. The proof
 * `views` holds them against the same model as those that the database looks at.
 */

type Data = Readonly<Record<string, unknown>>;

/** The colour of the first condition that a record meets; none where it meets none. */
export function tintOf(
  data: Data,
  tints: readonly Tint[],
  fields: readonly Pick<Field, 'key' | 'type'>[],
): ChoiceColor | undefined {
  return tints.find(({ filter }) => {
    const field = fields.find(({ key }) => key === filter.field);
    return field && isWhole(filter) && meets(data[field.key] ?? null, filter, field.type);
  })?.color;
}

function meets(held: unknown, { op, value }: Filter, type: FieldType): boolean {
  const asked = (Array.isArray(value) ? value : [value]).map((one) => comparable(one, type));
  const has = comparable(held, type);
  const list = Array.isArray(held) && type !== 'file' ? held.map(String) : [has];
  const names = (one: unknown) => list.includes(one as never);
  const [first = null, second = null] = asked;
  switch (op) {
    case 'is_empty':
      return held === null;
    case 'is_not_empty':
      return held !== null;
    case 'contains':
      return textsOf(held, type).some((text) => text.includes(String(first)));
    case 'not_contains':
      return !textsOf(held, type).some((text) => text.includes(String(first)));
    case 'equals':
      return has === first;
    case 'not_equals':
      return has !== first;
    case 'one_of':
      return asked.some(names);
    case 'none_of':
      return !asked.some(names);
    case 'all_of':
      return asked.every(names);
    case 'between':
      return inOrder(first, has) && inOrder(has, second);
    case 'lt':
      return inOrder(has, first) && has !== first;
    case 'lte':
      return inOrder(has, first);
    case 'gt':
      return inOrder(first, has) && has !== first;
    case 'gte':
      return inOrder(first, has);
  }
}

type Comparable = string | number | boolean | null;

/** A value, or what it is compared with, as the database compares it; null for a list. */
function comparable(value: unknown, type: FieldType): Comparable {
  if (value === null || value === undefined || Array.isArray(value)) return null;
  if (type === 'number' || type === 'money') return Number(value);
  if (type === 'boolean') return value === true || value === 'true';
  if (type === 'datetime') return Date.parse(String(value));
  return asWritten.has(type) ? String(value) : foldText(String(value));
}

/** Days and ids, in which no two letters count as the same. */
const asWritten: ReadonlySet<FieldType> = new Set<FieldType>([
  ...(['date', 'select', 'multi_select', 'person', 'relation'] as const),
]);

const textsOf = (held: unknown, type: FieldType): string[] => {
  if (held === null) return [];
  return type === 'file'
    ? fileRefs(held).map((ref) => foldText(fileNameOf(ref)))
    : [foldText(String(held))];
};

const inOrder = (low: Comparable, high: Comparable) => low !== null && high !== null && low <= high;
