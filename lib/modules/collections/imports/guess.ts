import type { ImportColumn } from '@/db/schema/tenant/collections';
import type { FieldType, StoredField } from '../fields/shapes';
import { guessOrder, ruleOf } from '../fields/types';
import { reasonColumn } from './reason-column';

/** The type a column's values most likely have; a type is only guessed when it takes them all. */
export function guessType(values: readonly unknown[]): FieldType {
  const filled = values.filter(
    (value) => value !== null && value !== undefined && String(value).trim(),
  );
  if (filled.length === 0) return 'text';
  const texts = filled.map((value) => String(value).trim());
  const fits = guessOrder.find((type) => ruleOf(type).guess?.({ values: filled, texts }));
  if (fits) return fits;
  if (texts.some((text) => text.length > 300 || /[\r\n]/.test(text))) return 'long_text';
  return ruleOf('select').guess?.({ values: filled, texts }) ? 'select' : 'text';
}

/** Where each column most likely goes: the field of its name, or a new field of its type. */
export function guessTargets(
  columns: readonly { name: string; type: FieldType }[],
  fields: readonly StoredField[],
): ImportColumn[] {
  const free = new Map(fields.flatMap((field) => namesOf(field).map((name) => [name, field])));
  const taken = new Set<string>();
  return columns.map(({ name, type }) => {
    if (name === reasonColumn) return { name, target: { kind: 'skip' } };
    const field = free.get(fold(name));
    if (field && ruleOf(field.type).names === 'files') return { name, target: { kind: 'skip' } };
    if (field && !taken.has(field.id)) {
      taken.add(field.id);
      if (field.locked) return { name, target: { kind: 'skip' } };
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
