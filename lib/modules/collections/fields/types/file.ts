import { parseText } from '@/lib/fields/texts';
import { acceptWithout, refuse } from '@/lib/fields/value';
import { fileNameOf, fileRefs, parseFiles } from '../../values/files';
import type { FieldTypeRule } from './field-type';
import { definedOf } from './options';

const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map((ref) => fileNameOf(String(ref)));

export const file: FieldTypeRule = {
  name: 'Files',
  help: 'Pictures, PDFs and other files, up to 10 MB each',
  parse: (raw, side, known) => parseFiles(side, raw, known),
  show: (refs) => namesIn(refs).join(', '),
  schema: () => ({
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    description:
      'Files as {id}/{name}. Upload each with attachments.upload, then write its id, or {id}/{name}, here. Bytes at /attachments/{id}.',
  }),
  slot: null,
  words: (refs) => namesIn(refs).join('\n'),
  names: 'files',
  keepOptions: ({ maxFiles, maxMegabytes, kinds, message }) =>
    definedOf({
      maxFiles,
      maxMegabytes,
      kinds: kinds?.length ? kinds : undefined,
      message: message || undefined,
    }),
  convert(refs, _from, to) {
    if (to.type === 'file') return undefined;
    if (to.type !== 'text' && to.type !== 'long_text') return refuse('has files');
    const parsed = parseText(to.type, namesIn(refs).join(', '));
    return parsed.ok ? acceptWithout(parsed.value, 'the files themselves') : parsed;
  },
  json: (refs, _side, { fileAt }) =>
    fileRefs(refs).map((ref) => ({ name: fileNameOf(ref), url: fileAt(ref) })),
};
