import type { OwnInterface, OwnOperation } from '../../define-module';
import { ruleOf } from '../fields/types';
import type { DescribedCollection } from './describe';
import { changeSchema, newRecordSchema, recordSchema } from './schemas';

/** What each operation on records takes and answers in one collection, by pointers into its schemas. */
const special: Record<string, { title: string; body?: Kinds; answer?: Kinds }> = {
  'records.list': {
    title: 'List records of',
    answer: { '/properties/records/items/properties/data': 'record' },
  },
  'records.get': { title: 'Read a record of', answer: { '/properties/data': 'record' } },
  'records.create': {
    title: 'Add a record to',
    body: { '/properties/data': 'new' },
    answer: { '/properties/data': 'record' },
  },
  'records.createMany': {
    title: 'Add records to',
    body: { '/properties/records/items': 'new' },
  },
  'records.update': {
    title: 'Change a record of',
    body: { '/properties/changes': 'change', '/properties/base': 'change' },
    answer: { '/properties/data': 'record' },
  },
  'records.delete': { title: 'Move records to the trash of' },
  'records.restore': { title: 'Bring records back from the trash of' },
};

type Kind = 'record' | 'new' | 'change';
type Kinds = Record<string, Kind>;

const kinds = { record: recordSchema, new: newRecordSchema, change: changeSchema };

/** The operations on records once more for each collection, with the names of its own fields. */
export function collectionInterface(collections: readonly DescribedCollection[]): OwnInterface {
  const nouns = nounsOf(collections.map(({ name }) => name));
  const schemas: OwnInterface['schemas'] = {};
  const operations = collections.flatMap((collection, index): OwnOperation[] => {
    const { id, name, fields } = collection;
    const noun = nouns[index] ?? '';
    const nameOf = (kind: Kind) => (kind === 'record' ? noun : `${noun}-${kind}`);
    for (const [kind, schema] of Object.entries(kinds)) {
      schemas[nameOf(kind as Kind)] = schema(name, fields);
    }
    const named = (at: Kinds = {}) =>
      Object.fromEntries(Object.entries(at).map(([pointer, kind]) => [pointer, nameOf(kind)]));
    const uploads = fields.filter(({ type }) => ruleOf(type).names === 'files');
    const ofFields = uploads.map(
      (field): OwnOperation => ({
        of: 'attachments.upload',
        noun: `${noun}-${field.key}`,
        tag: name,
        summary: `Upload a file for ${field.name} of ${name}.`,
        settled: { fieldId: field.id },
        body: {},
        answer: {},
      }),
    );
    const ofRecords = Object.entries(special).map(([of, { title, body, answer }]) => ({
      of,
      noun,
      tag: name,
      summary: `${title} ${name}.`,
      settled: { collectionId: id },
      body: named(body),
      answer: named(answer),
    }));
    return [...ofRecords, ...ofFields];
  });
  return { schemas, operations };
}

/** Names that programs can be generated with: Latin letters and digits, each once. */
function nounsOf(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const words = name.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
    const plain = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    const base = /^[A-Za-z]/.test(plain) ? plain : `Collection${plain}`;
    let noun = base;
    for (let n = 2; taken.has(noun.toLowerCase()); n++) noun = `${base}${n}`;
    taken.add(noun.toLowerCase());
    return noun;
  });
}
