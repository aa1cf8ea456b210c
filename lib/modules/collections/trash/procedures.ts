import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { purgeTrash, restoreFromTrash, sweepTrash } from './change';
import { listTrash } from './list';
import { TrashInput, TrashPage, TrashSelection } from './shapes';

const common = { module: 'collections', plane: 'tenant' } as const;

export const trashProcedures = {
  list: procedure(
    {
      ...common,
      name: 'trash.list',
      summary: 'List deleted records of one collection or of all, with who deleted them.',
      permission: 'records.read',
      method: 'GET',
      path: '/trash',
      input: TrashInput,
      output: TrashPage,
    },
    listTrash,
  ),
  restore: procedure(
    {
      ...common,
      name: 'trash.restore',
      summary: 'Bring deleted records back: those named, or everything a search finds.',
      permission: 'records.write',
      method: 'POST',
      path: '/trash/restore',
      input: TrashSelection,
      output: z.object({ restored: z.number().int(), left: z.number().int() }),
    },
    restoreFromTrash,
  ),
  purge: procedure(
    {
      ...common,
      name: 'trash.purge',
      summary: 'Delete records in the trash for good.',
      permission: 'collections.manage',
      method: 'POST',
      path: '/trash/purge',
      input: TrashSelection,
      output: z.object({ removed: z.number().int() }),
    },
    purgeTrash,
  ),
  sweep: procedure(
    {
      ...common,
      name: 'trash.sweep',
      summary: 'Removes what has been in the trash for 30 days',
      permission: 'job',
      method: 'POST',
      path: null,
      input: z.strictObject({}),
      output: z.void(),
    },
    sweepTrash,
  ),
};
