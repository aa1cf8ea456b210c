import type { FirstStep, ModuleNews } from '../define-module';

export const firstSteps: FirstStep[] = [
  {
    title: 'Make a collection',
    help: 'A table with the fields you need: students, orders, permits.',
    path: '/collections/new',
    procedure: 'collections.create',
    permission: 'collections.manage',
  },
  {
    title: 'Bring your data',
    help: 'Import a CSV or JSON file. You see what would be wrong before anything is written.',
    path: '/collections/new?from=file',
    procedure: 'imports.start',
    permission: 'records.import',
  },
];

export const news: ModuleNews = {
  permission: 'records.read',
  says: {
    'collections.create': 'made a collection',
    'collections.delete': 'moved a collection to the trash',
    'collections.restore': 'brought a collection back',
    'fields.create': 'added a field',
    'records.create': 'added a record',
    'records.createMany': 'added records',
    'records.update': 'changed a record',
    'records.delete': 'moved records to the trash',
    'records.restore': 'brought records back',
    'imports.start': 'imported a file',
  },
  pathOf({ kind, id, detail }) {
    const collection = kind === 'collection' ? id : detail.collectionId;
    return typeof collection === 'string' ? `/collections/${collection}` : null;
  },
};
