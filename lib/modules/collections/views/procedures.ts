import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { listViews } from './read';
import { SavedView, ViewId, ViewInput, ViewOrder, ViewPatch } from './shapes';
import { createView, deleteView, reorderViews, restoreView, updateView } from './write';

// Whoever may read a collection may keep views of their own; the verbs ask for more where a view is
// everybody's.
const common = { module: 'collections', plane: 'tenant', permission: 'records.read' } as const;

export const viewProcedures = {
  list: procedure(
    {
      ...common,
      name: 'views.list',
      summary: 'List the views of a collection: those of everybody, then your own.',
      method: 'GET',
      path: '/collections/{collectionId}/views',
      input: z.strictObject({ collectionId: z.uuid() }),
      output: z.array(SavedView),
    },
    listViews,
  ),
  create: procedure(
    {
      ...common,
      name: 'views.create',
      summary: 'Keep a view, for yourself or for everybody.',
      method: 'POST',
      path: '/collections/{collectionId}/views',
      input: ViewInput,
      output: SavedView,
    },
    createView,
  ),
  update: procedure(
    {
      ...common,
      name: 'views.update',
      summary: 'Change a view, its name, or who has it.',
      method: 'PATCH',
      path: '/collections/{collectionId}/views/{viewId}',
      input: ViewPatch,
      output: SavedView,
    },
    updateView,
  ),
  reorder: procedure(
    {
      ...common,
      name: 'views.reorder',
      summary: 'Put views into another order.',
      method: 'PUT',
      path: '/collections/{collectionId}/views/order',
      input: ViewOrder,
      output: z.array(SavedView),
    },
    reorderViews,
  ),
  delete: procedure(
    {
      ...common,
      name: 'views.delete',
      summary: 'Delete a view; it can be brought back for thirty days.',
      method: 'DELETE',
      path: '/collections/{collectionId}/views/{viewId}',
      input: ViewId,
      output: z.object({ id: z.uuid() }),
    },
    deleteView,
  ),
  restore: procedure(
    {
      ...common,
      name: 'views.restore',
      summary: 'Bring a deleted view back.',
      method: 'POST',
      path: '/collections/{collectionId}/views/{viewId}/restore',
      input: ViewId,
      output: SavedView,
    },
    restoreView,
  ),
};
