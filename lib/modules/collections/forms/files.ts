import { refusalOf } from '../attachments/keep';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { usualFiles } from '../values/files';

/** All files of one answer together, MB. */
const mostMegabytes = 8;
const mega = 1024 * 1024;

export interface GivenFile {
  field: StoredField;
  file: File;
  mediaType: string;
}

/**
 * The files of an answer with what they are, and what is wrong with them by field key; `mostOfOne` is
 * what the tenant takes at all, MB.
 */
export async function lookAtFiles(
  asked: readonly StoredField[],
  given: Readonly<Record<string, File[]>>,
  mostOfOne: number,
): Promise<{ files: GivenFile[]; errors: Map<string, string> }> {
  const files: GivenFile[] = [];
  const errors = new Map<string, string>();
  for (const field of asked.filter(({ type }) => ruleOf(type).names === 'files')) {
    const { key, name, required, options } = field;
    // A browser sends an empty nameless file where none was chosen.
    const own = (Object.hasOwn(given, key) ? (given[key] ?? []) : []).filter(
      ({ name: called, size }) => called !== '' || size > 0,
    );
    const most = options.maxFiles ?? usualFiles;
    if (required && own.length === 0) errors.set(key, `${name} must not be empty.`);
    if (own.length > most) {
      errors.set(key, `${name} takes ${most === 1 ? 'one file' : `up to ${most} files`}.`);
      continue;
    }
    for (const file of own) {
      const { mediaType, refused } = await refusalOf(field, file, mostOfOne);
      if (refused) errors.set(key, refused);
      files.push({ field, file, mediaType });
    }
  }
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const last = files.at(-1);
  if (last && total > mostMegabytes * mega) {
    errors.set(last.field.key, `All files together may have ${mostMegabytes} MB.`);
  }
  return { files, errors };
}
