import { refuse } from '@/lib/fields/value';
import type { FieldTypeRule } from './field-type';
import { definedOf } from './options';

export const lookup: FieldTypeRule = {
  name: 'Look-up',
  help: 'A field of the records that a relation leads to',
  parse: () => refuse('is looked up and cannot be written'),
  show: (texts) => (Array.isArray(texts) ? texts.join(', ') : String(texts)),
  schema: () => ({ type: 'array', items: { type: 'string' }, description: 'Read only' }),
  slot: null,
  readOnly: true,
  keepOptions: ({ relationId, shownId }) => definedOf({ relationId, shownId }),
  checkOptions: ({ relationId, shownId }) =>
    !relationId
      ? { path: 'relationId', message: 'Choose a relation of this collection.' }
      : shownId
        ? null
        : { path: 'shownId', message: 'Choose the field to show.' },
};
