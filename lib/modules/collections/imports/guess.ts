import type { ImportColumn } from '@/db/schema/tenant/collections';
import type { FieldType, StoredField } from '../fields/shapes';
import { parseValue } from '../values/parse';
import { nobody } from '../values/value';

/** Order in which types are tried; the first that takes every value of a column is its guess. */
const tried = ['boolean', 'number', 'date', 'email', 'url'] as const;

/** The type a column's values most likely have; a type is only guessed when it takes them all. */
export function guessType(values: readonly unknown[]): FieldType {
  const filled = values.filter(
    (value) => value !== null && value !== undefined && String(value).trim(),
  );
  if (filled.length === 0) return 'text';
  const texts = filled.map((value) => String(value).trim());
  const fits = tried.find((type) => suits(type, filled, texts));
  if (fits) return fits;
  if (texts.some((text) => text.length > 300 || /[\r\n]/.test(text))) return 'long_text';
  return isSelect(texts) ? 'select' : 'text';
}

function suits(type: (typeof tried)[number], values: readonly unknown[], texts: string[]): boolean {
  // Numbers with a leading zero are codes, and 0 and 1 are numbers as long as nothing says yes or no.
  if (type === 'number' && texts.some((text) => /^[+-]?0\d/.test(text) || /\d{16}/.test(text))) {
    return false;
  }
  if (type === 'boolean' && texts.every((text) => /^[01ox]$/i.test(text))) return false;
  if (type === 'url' && !texts.every((text) => /^https?:\/\//i.test(text))) return false;
  return values.every((value) => {
    const parsed = parseValue({ type, options: {} }, value, nobody);
    return parsed.ok && parsed.value !== null;
  });
}

function isSelect(texts: readonly string[]): boolean {
  const names = new Set(texts.map((text) => text.toLowerCase()));
  return (
    names.size <= 12 && texts.length >= names.size * 5 && texts.every((text) => text.length <= 40)
  );
}

/** Where each column most likely goes: the field of its name, or a new field of its type. */
export function guessTargets(
  columns: readonly { name: string; type: FieldType }[],
  fields: readonly StoredField[],
): ImportColumn[] {
  const free = new Map(fields.flatMap((field) => namesOf(field).map((name) => [name, field])));
  const taken = new Set<string>();
  return columns.map(({ name, type }) => {
    const field = free.get(fold(name));
    if (field && !taken.has(field.id)) {
      taken.add(field.id);
      return { name, target: { kind: 'field', fieldId: field.id } };
    }
    return { name, target: { kind: 'new', name: name.slice(0, 80), type } };
  });
}

const namesOf = ({ name, key }: StoredField) => [fold(name), fold(key)];

const fold = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
