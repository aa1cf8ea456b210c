import type { ExportLink } from '@/lib/modules/collections/testing/exporting';
import type { RuledCollection, RuledRecord } from './rule-model';

/** What a call is made of. */
export interface RuleStage {
  things: RuledCollection;
  others: RuledCollection;
  /** Every record of both, as they are now. */
  records: RuledRecord[];
  /** A record each call is about, seen or not. */
  target: RuledRecord;
  /** Ids that belong to the target. */
  commentId: string;
  entryId: string;
  viewId: string;
  /** A request of the member's own, and an import of the admin's with its file. */
  requestId: string;
  importId: string;
  fileId: string;
  /** A file that the target holds. */
  attachmentId: string;
  /** Links to files of their own that the member had made, the last under these rules. */
  exportLinks: ExportLink[];
  /** Somebody whom a person field may name. */
  userId: string;
  token: string;
}

type Input = Record<string, unknown>;
type Inputs = (stage: RuleStage) => Input[];

const bare: Inputs = () => [{}];
const collection: Inputs = ({ things, others }) => [
  { collectionId: things.id },
  { collectionId: others.id },
];
const record: Inputs = ({ target }) => [{ collectionId: target.collectionId, recordId: target.id }];
const withRecord =
  (more: (stage: RuleStage) => Input): Inputs =>
  (stage) =>
    record(stage).map((input) => ({ ...input, ...more(stage) }));
const chosen: Inputs = ({ target, records }) => [
  { collectionId: target.collectionId, ids: [target.id] },
  {
    collectionId: target.collectionId,
    ids: records.filter((one) => one.collectionId === target.collectionId).map(({ id }) => id),
  },
];
const fieldsOf = ({ things, others, target }: RuleStage) =>
  (target.collectionId === things.id ? things : others).fields.filter(
    ({ type }) => type === 'text',
  );
const values = (stage: RuleStage): Input[] =>
  fieldsOf(stage).map(({ key }) => ({ [key]: stage.token }));
const changes: Inputs = (stage) =>
  values(stage).flatMap((change) => withRecord(() => ({ changes: change, version: 1 }))(stage));
const blocks: Inputs = (stage) =>
  values(stage).map((change) => ({
    collectionId: stage.target.collectionId,
    records: stage.records
      .filter(({ collectionId }) => collectionId === stage.target.collectionId)
      .map(({ id, data }) => ({
        recordId: id,
        changes: change,
        base: Object.fromEntries(Object.keys(change).map((key) => [key, data[key] ?? null])),
      })),
  }));
const asked = ({ things, records }: RuleStage): Input[] =>
  things.fields.flatMap(({ key, type }): Input[] => {
    const held = records.map(({ data }) => data[key]).find((value) => value !== undefined);
    if (type === 'text') {
      return [
        { filters: [{ field: key, op: 'contains', value: String(held).slice(0, 6) }] },
        { search: String(held) },
        { sorts: [{ field: key, direction: 'asc' }] },
      ];
    }
    if (type === 'number') return [{ filters: [{ field: key, op: 'gt', value: 1 }] }];
    return [];
  });
const views: Inputs = (stage) =>
  [{}, ...asked(stage)].map((view) => ({ collectionId: stage.things.id, ...view }));
const imported: Inputs = ({ importId }) => [{ importId }];

/**
 * What each procedure that can show or change records is called with. `null` says that it shows and
 * changes none: the proof fails for a procedure that is missing here.
 */
export const ruleCalls: Readonly<Record<string, Inputs | null>> = {
  'collections.list': () => [{}, { trashed: true }],
  'collections.get': collection,
  'collections.describe': bare,
  'collections.create': null,
  'collections.update': null,
  'collections.delete': null,
  'collections.restore': null,
  'collections.sample': null,
  'fields.create': null,
  'fields.update': null,
  'fields.preview': null,
  'fields.reorder': null,
  'fields.delete': null,
  'fields.restore': null,
  'records.list': (stage) => [
    ...views(stage),
    ...collection(stage),
    { collectionId: stage.things.id, trashed: true },
  ],
  'records.ids': views,
  'records.groups': ({ things }) =>
    things.fields.map(({ key }) => ({ collectionId: things.id, group: { field: key } })),
  'records.sums': ({ things }) =>
    things.fields.map(({ key }) => ({ collectionId: things.id, field: key })),
  'records.people': null,
  'records.search': (stage) => [
    { query: stage.token.slice(0, 3) },
    ...Object.values(stage.target.data).flatMap((value) =>
      typeof value === 'string' ? [{ query: value }, { query: value.slice(0, 6) }] : [],
    ),
  ],
  'records.names': ({ things, others, token }) =>
    [things, others].flatMap(({ id }) => [
      { collectionId: id, limit: 100 },
      { collectionId: id, search: token.slice(0, 2) },
    ]),
  'records.backlinks': record,
  'records.get': record,
  'records.create': (stage) =>
    values(stage).map((data) => ({ collectionId: stage.target.collectionId, data })),
  'records.createMany': (stage) =>
    values(stage).map((data) => ({ collectionId: stage.target.collectionId, records: [data] })),
  'records.update': changes,
  'records.delete': chosen,
  'records.restore': chosen,
  'records.history': record,
  'records.version': withRecord(({ entryId }) => ({ entryId })),
  'records.updateMany': blocks,
  'records.assign': (stage) =>
    values(stage).flatMap((change) => chosen(stage).map((some) => ({ ...some, values: change }))),
  'records.undo': ({ target, requestId }) => [{ collectionId: target.collectionId, requestId }],
  'records.changes': ({ things }) => [{ collectionId: things.id, since: '1' }],
  'views.list': collection,
  'views.create': ({ things, token }) => [
    {
      collectionId: things.id,
      name: token,
      state: {
        filters: things.fields.slice(0, 2).map(({ key }) => ({ field: key, op: 'is_empty' })),
      },
    },
  ],
  'views.update': ({ things, viewId, token }) => [
    { collectionId: things.id, viewId, name: token, version: 1 },
  ],
  'views.delete': null,
  'views.restore': null,
  'views.reorder': null,
  'imports.create': ({ things, fileId }) => [{ collectionId: things.id, fileId }],
  'imports.list': ({ things }) => [{ collectionId: things.id, limit: 50 }],
  'imports.get': imported,
  'imports.preview': imported,
  'imports.update': ({ importId }) => [{ importId, mode: 'add' }],
  'imports.check': imported,
  'imports.failures': imported,
  'imports.start': imported,
  'imports.cancel': imported,
  'imports.revertPreview': imported,
  'imports.revert': ({ importId }) => [{ importId, force: true }],
  'imports.takeBack': null,
  'imports.examine': null,
  'imports.run': null,
  'exports.download': (stage) =>
    ['csv', 'json'].flatMap((format) => views(stage).map((view) => ({ ...view, format }))),
  'exports.start': (stage) => views(stage).slice(-1),
  'exports.list': collection,
  'exports.retry': ({ exportLinks }) => exportLinks.map(({ exportId }) => ({ exportId })),
  'exports.content': ({ exportLinks }) => exportLinks.map((link) => ({ ...link })),
  'exports.run': null,
  'exports.sweep': null,
  'exports.tell': null,
  'files.upload': null,
  'files.download': ({ fileId }) => [{ fileId }],
  'attachments.upload': null,
  'attachments.download': ({ attachmentId }) => [{ attachmentId }],
  'attachments.sweep': null,
  'forms.get': null,
  'forms.save': null,
  'forms.publish': null,
  'forms.close': null,
  'forms.show': null,
  // Makes a record for somebody whom its form binds, and no rule.
  'forms.submit': null,
  'forms.tell': null,
  'trash.list': ({ things, token }) => [
    {},
    { collectionId: things.id },
    { search: token.slice(0, 2) },
  ],
  'trash.restore': ({ target }) => [
    { recordIds: [target.id] },
    { collectionId: target.collectionId },
  ],
  'trash.purge': ({ target }) => [{ recordIds: [target.id] }],
  'trash.sweep': null,
  'comments.list': record,
  'comments.create': withRecord(({ token }) => ({ body: token })),
  'comments.update': withRecord(({ commentId, token }) => ({ commentId, body: token })),
  'comments.delete': withRecord(({ commentId }) => ({ commentId })),
  'comments.tell': null,
  'rules.get': collection,
  'rules.save': null,
  'rules.preview': null,
  'home.overview': bare,
  'grants.choices': bare,
  'grants.rows': ({ things, others, token }) =>
    [things, others].flatMap(({ id: placeId }) =>
      ['', token.slice(0, 2)].map((search) => ({ view: 'collections.records', placeId, search })),
    ),
  'grants.whoMayLook': bare,
};
