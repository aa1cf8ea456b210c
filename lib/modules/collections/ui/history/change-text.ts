import { numberText } from '@/components/grid/kinds/number-kind';
import { formatDay, formatTime, type Reader } from '@/lib/format';
import type { Wording } from '@/lib/language/wording';
import type { Field } from '../../fields/shapes';
import type { HistoryEntry } from '../../history/shapes';
import { typeUi } from '../types';

type Change = HistoryEntry['changes'][number];

interface Reading {
  /** The fields that the collection has by now. */
  fields: readonly Field[];
  reader: Reader;
  t: Wording<'collections'>;
}

/** Both sides of a change as the grid writes values of that type; empty where there was none. */
export function changeTexts(
  change: Change,
  { fields, reader, t }: Reading,
): { before: string; after: string } {
  const field = fields.find(({ key }) => key === change.key);
  const text = (value: unknown, words: string) =>
    words === '' ? '' : (typed(value, { change, field, reader, t }) ?? words);
  return { before: text(change.value, change.before), after: text(change.next, change.after) };
}

interface Side extends Pick<Reading, 'reader' | 't'> {
  change: Change;
  field: Field | undefined;
}

/** Nothing for what reads the same everywhere, and for a value that another type left. */
function typed(value: unknown, { change, field, reader, t }: Side): string | undefined {
  switch (change.type) {
    case 'date':
      return day.test(String(value))
        ? formatDay(new Date(`${value}T00:00:00Z`), { ...reader, timeZone: 'UTC' })
        : undefined;
    case 'datetime': {
      const at = new Date(String(value));
      return Number.isNaN(at.getTime()) ? undefined : formatTime(at, reader);
    }
    case 'number':
    case 'money': {
      const column = field && typeUi[field.type].column?.(field);
      const number = Number(value);
      // The currency of a field that is gone stands in the words.
      return column && Number.isFinite(number)
        ? numberText(number, column, reader.locale)
        : undefined;
    }
    case 'boolean':
      return value === true ? t('Yes') : t('No');
    case 'select':
    case 'multi_select':
    case 'person':
    case 'relation':
      return t.said(change.value === value ? change.before : change.after);
    default:
      return undefined;
  }
}

const day = /^\d{4}-\d{2}-\d{2}$/;
