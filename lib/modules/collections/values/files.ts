import { accept, type Parsed, refuse } from '@/lib/fields/value';
import type { Side } from '../fields/types/field-type';
import { isUuid } from './uuid';
import type { Known } from './value';

/*
 * A file in a record's document is written as `{id}/{name}`: enough to show and to find it.
 */

const idLength = 36;

/** Files one record holds in a field that says nothing else. */
export const usualFiles = 20;

export const fileRef = (id: string, name: string) => `${id}/${name}`;
export const fileIdOf = (ref: string) => ref.slice(0, idLength).toLowerCase();
export const fileNameOf = (ref: string) => ref.slice(idLength + 1);

/** The entries of a value of a field of files. */
export const fileRefs = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** Files by id, or as they stand in a record; the name is the product's to say. */
export function parseFiles({ options }: Side, raw: unknown, { files }: Known): Parsed {
  const refs = new Set<string>();
  for (const one of Array.isArray(raw) ? raw : [raw]) {
    if (one === '') continue;
    const id = typeof one === 'string' ? fileIdOf(one.trim()) : '';
    if (!isUuid(id)) return refuse('takes files that were uploaded, not text');
    const ref = files.get(id);
    if (ref === undefined) {
      return refuse(`has a file that is not there: ${fileNameOf(String(one)).slice(0, 80) || id}`);
    }
    refs.add(ref);
  }
  const most = options.maxFiles ?? usualFiles;
  if (refs.size > most) return refuse(`takes ${most === 1 ? 'one file' : `up to ${most} files`}`);
  return accept(refs.size > 0 ? [...refs] : null);
}

/** Ids that raw values of fields of files name. */
export const filesAsked = (raws: readonly unknown[]): string[] =>
  raws
    .flatMap((raw) => (Array.isArray(raw) ? raw : [raw]))
    .filter((one) => typeof one === 'string')
    .map((text) => fileIdOf(text.trim()))
    .filter((id) => isUuid(id));
