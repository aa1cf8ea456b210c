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
    'collections.create': { did: 'made a collection', joint: 'named' },
    'collections.delete': { did: 'moved a collection to the trash', joint: 'named' },
    'collections.restore': { did: 'brought back a collection', joint: 'named' },
    'records.create': { did: 'added a record', joint: 'in' },
    'records.createMany': { did: 'added records', joint: 'in' },
    'records.update': { did: 'changed a record', joint: 'in' },
    'records.updateMany': { did: 'changed records', joint: 'in' },
    'records.assign': { did: 'changed records', joint: 'in' },
    'records.undo': { did: 'took back a change', joint: 'in' },
    'records.delete': { did: 'deleted records', joint: 'in' },
    'records.restore': { did: 'brought back records', joint: 'in' },
    'trash.restore': { did: 'brought back records', joint: 'in' },
    'comments.create': { did: 'commented on a record', joint: 'in' },
    'imports.start': { did: 'imported a file', joint: 'into' },
  },
  pathOf({ kind, id, detail }) {
    const collection = kind === 'collection' ? id : detail.collectionId;
    return typeof collection === 'string' ? `/collections/${collection}` : null;
  },
};
