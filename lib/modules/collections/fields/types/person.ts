import { accept, refuse } from '@/lib/fields/value';
import { parsePerson } from '../../values/choices';
import { isUuid } from '../../values/uuid';
import type { FieldTypeRule } from './field-type';

export const person: FieldTypeRule = {
  name: 'Person',
  help: 'A member of this workspace',
  parse: (raw, _side, { people }) => parsePerson(people, raw),
  show: (id, _side, { people }) => people.ids.get(String(id)) ?? '',
  schema: () => ({ type: 'string', format: 'uuid', description: 'Id of a member.' }),
  slot: { kind: 'text', value: String, document: 'exact', order: 'person_name' },
  operand: (raw) => (isUuid(raw) ? accept(raw.toLowerCase()) : refuse('must be a member')),
  same: String,
  moving: { word: 'me', label: 'Whoever adds the record' },
  names: 'people',
  exportsName: true,
};
