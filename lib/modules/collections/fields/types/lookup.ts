import { refuse } from '@/lib/fields/value';
import type { FieldTypeRule } from './field-type';
import { definedOf } from './options';

export const lookup: FieldTypeRule = {
  name: 'Look-up',
  help: 'A field of the records that a relation leads to, or what it comes to',
  parse: () => refuse('is looked up and cannot be written'),
  show: (texts) => (Array.isArray(texts) ? texts.join(', ') : String(texts)),
  schema: () => ({ type: 'array', items: { type: 'string' }, description: 'Read only' }),
  slot: null,
  readOnly: true,
  keepOptions: ({ relationId, shownId, summary }) =>
    definedOf({
      relationId,
      shownId: summary === 'count' ? undefined : shownId,
      summary: summary === 'each' ? undefined : summary,
    }),
  checkOptions: ({ relationId, shownId, summary }) =>
    !relationId
      ? { path: 'relationId', message: 'Choose a relation of this collection.' }
      : shownId || summary === 'count'
        ? null
        : { path: 'shownId', message: 'Choose the field to show.' },
};
