import { defineModule } from '../define-module';
import { exportsFlag, guestFormsFlag, liveFlag, searchFlag } from './flags';
import { help } from './help';
import { firstSteps, news } from './home';
import { collectionsSettings } from './settings';

export const collections = defineModule({
  id: 'collections',
  title: 'Collections',
  description:
    'Tables your people design themselves: typed fields, a grid, search, import and export.',
  icon: 'table-2',
  navigation: [
    { title: 'Collections', path: '/collections', icon: 'table-2', permission: 'records.read' },
  ],
  permissions: [
    {
      id: 'records.read',
      title: 'See collections and their records',
      from: 'guest',
      forClients: true,
    },
    { id: 'records.write', title: 'Add, edit and delete records', from: 'basic', forClients: true },
    { id: 'records.comment', title: 'Write comments on records', from: 'basic', forClients: true },
    { id: 'records.moderate', title: 'Delete comments of others', from: 'admin' },
    {
      id: 'records.import',
      title: 'Import files into collections',
      from: 'advanced',
      forClients: true,
    },
    { id: 'records.export', title: 'Export collections to files', from: 'basic', forClients: true },
    {
      id: 'collections.manage',
      title: 'Design collections and their fields',
      from: 'advanced',
      forClients: true,
    },
  ],
  guarded: {
    tables: ['records', 'unique_keys', 'record_links', 'record_comments', 'import_refusals'],
    permission: 'collections.manage',
  },
  shareable: [{ id: 'records', title: 'Records of a collection' }],
  flags: [searchFlag, liveFlag, guestFormsFlag, exportsFlag],
  settings: collectionsSettings,
  sampleJob: 'collections.sample',
  firstSteps,
  help,
  news,
});
