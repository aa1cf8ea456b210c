import { accept, acceptWithout, refuse } from '@/lib/fields/value';
import { parseLinks } from '../../values/links';
import { isUuid } from '../../values/uuid';
import type { FieldTypeRule } from './field-type';
import { definedOf } from './options';

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export const relation: FieldTypeRule = {
  name: 'Relation',
  help: 'Records of another collection, which show this one in turn',
  parse: (raw, side, known) => parseLinks(side, raw, known),
  show: (ids, { options }, { records }) =>
    idsIn(ids)
      .flatMap((id) => records.get(options.targetId ?? '')?.ids.get(id) || [])
      .join(', '),
  schema: ({ options: { many } }) => ({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    uniqueItems: true,
    description: many ? 'Ids of records' : 'Id of one record',
  }),
  slot: null,
  operand: (raw) => (isUuid(raw) ? accept([raw.toLowerCase()]) : refuse('must be a record')),
  names: 'records',
  lists: true,
  keepOptions: ({ targetId, many }) => definedOf({ targetId, many: many ?? false }),
  checkOptions: ({ targetId }) =>
    targetId ? null : { path: 'targetId', message: 'Choose the collection it leads to.' },
  rewrites: (from, to) => from.targetId !== to.targetId || (from.many === true && !to.many),
  convert(ids, from, to) {
    if (to.type !== 'relation') return undefined;
    if (from.options.targetId !== to.options.targetId) return refuse('leads to another collection');
    const [first, ...more] = idsIn(ids);
    if (to.options.many || more.length === 0) return accept(ids);
    return acceptWithout(first ? [first] : null, 'all records but the first');
  },
  exportsName: true,
};
