import { accept, type Parsed, refuse } from '@/lib/fields/value';
import type { Side } from '../fields/types/field-type';
import { isUuid } from './uuid';
import { type Known, noNames } from './value';

/** Links one record can hold in one field. */
const most = 500;

/** Records by id or unmistakable name, as a list or one by one; stored as their ids, in order. */
export function parseLinks({ options }: Side, raw: unknown, { records }: Known): Parsed {
  const targets = records.get(options.targetId ?? '') ?? noNames;
  const ids = new Set<string>();
  for (const one of Array.isArray(raw) ? raw : namesIn(raw, targets.names)) {
    if (typeof one !== 'string') return refuse('must be records');
    const text = one.normalize('NFC').trim().toLowerCase();
    if (!text) continue;
    const id = isUuid(text) ? text : targets.names.get(text);
    if (id === null) return refuse(`names several records: ${one.trim().slice(0, 80)}`);
    if (id === undefined || !targets.ids.has(id)) {
      return refuse(`leads to a record that does not exist: ${one.trim().slice(0, 80)}`);
    }
    ids.add(id);
  }
  if (ids.size > most) return refuse(`leads to more than ${most} records`);
  if (ids.size > 1 && !options.many) return refuse('leads to one record only');
  return accept(ids.size > 0 ? [...ids] : null);
}

/** A text is one name, or several by commas or lines. */
function namesIn(raw: unknown, names: ReadonlyMap<string, unknown>): unknown[] {
  if (typeof raw !== 'string') return [raw];
  return names.has(raw.normalize('NFC').trim().toLowerCase()) ? [raw] : raw.split(/[,;\n]/);
}

/** The texts in raw values of relation fields that could be ids or names. */
export const namesAsked = (raws: readonly unknown[]): string[] =>
  raws
    .flatMap((raw) => (Array.isArray(raw) ? raw : [raw]))
    .filter((one) => typeof one === 'string')
    .flatMap((text) => [text, ...text.split(/[,;\n]/)])
    .map((text) => text.normalize('NFC').trim().toLowerCase())
    .filter(Boolean);
