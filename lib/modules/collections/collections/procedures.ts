import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { describeCollections } from '../api/describe';
import { getCollection, listCollections } from './read';
import {
  Collection,
  CollectionId,
  CollectionInput,
  CollectionPatch,
  CollectionSummary,
} from './shapes';
import { createCollection, deleteCollection, restoreCollection, updateCollection } from './write';

const common = { module: 'collections', plane: 'tenant' } as const;

export const collectionProcedures = {
  list: procedure(
    {
      ...common,
      name: 'collections.list',
      summary: 'List collections with the number of their records.',
      method: 'GET',
      path: '/collections',
      permission: 'records.read',
      input: z.strictObject({ trashed: z.boolean().optional() }),
      output: z.array(CollectionSummary),
    },
    listCollections,
  ),
  get: procedure(
    {
      ...common,
      name: 'collections.get',
      summary: 'Read one collection with its fields.',
      method: 'GET',
      path: '/collections/{collectionId}',
      permission: 'records.read',
      input: CollectionId,
      output: Collection,
    },
    getCollection,
  ),
  describe: procedure(
    {
      ...common,
      name: 'collections.describe',
      summary: 'List collections with their fields.',
      method: 'GET',
      path: '/collection-fields',
      permission: 'records.read',
      input: z.strictObject({}),
      output: z.array(Collection.pick({ id: true, name: true, fields: true })),
    },
    describeCollections,
  ),
  create: procedure(
    {
      ...common,
      name: 'collections.create',
      summary: 'Create a collection.',
      method: 'POST',
      path: '/collections',
      permission: 'collections.manage',
      input: CollectionInput,
      output: Collection,
    },
    createCollection,
  ),
  update: procedure(
    {
      ...common,
      name: 'collections.update',
      summary: 'Change a collection’s name, description or icon.',
      method: 'PATCH',
      path: '/collections/{collectionId}',
      permission: 'collections.manage',
      input: CollectionPatch,
      output: Collection,
    },
    updateCollection,
  ),
  delete: procedure(
    {
      ...common,
      name: 'collections.delete',
      summary: 'Move a collection to the trash.',
      method: 'DELETE',
      path: '/collections/{collectionId}',
      permission: 'collections.manage',
      input: CollectionId,
      output: z.object({ id: z.uuid() }),
    },
    deleteCollection,
  ),
  restore: procedure(
    {
      ...common,
      name: 'collections.restore',
      summary: 'Bring a collection back from the trash.',
      method: 'POST',
      path: '/collections/{collectionId}/restore',
      permission: 'collections.manage',
      input: CollectionId,
      output: Collection,
    },
    restoreCollection,
  ),
};
