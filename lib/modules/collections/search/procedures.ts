import { procedure } from '@/lib/doors/procedure';
import { searchFlag } from '../flags';
import { searchRecords } from './search';
import { SearchInput, SearchPage } from './shapes';

export const searchProcedures = {
  search: procedure(
    {
      module: 'collections',
      flag: searchFlag,
      plane: 'tenant',
      permission: 'records.read',
      name: 'records.search',
      summary: 'Find records of every collection by words, the best first.',
      method: 'GET',
      path: '/records/search',
      input: SearchInput,
      output: SearchPage,
    },
    searchRecords,
  ),
};
