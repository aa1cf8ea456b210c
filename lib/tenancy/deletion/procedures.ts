import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { askDeletion, cancelDeletion, getDeletion } from './deletion';
import { remindOfDeletion } from './remind';
import { DeletionFacts, DeletionRequest, DeletionState } from './shapes';

const byAdmin = { permission: 'workspace.delete', plane: 'control' } as const;

export const deletionProcedures = {
  get: procedure(
    {
      name: 'deletion.get',
      summary: 'Read whether this workspace is going to be deleted',
      method: 'GET',
      path: '/deletion',
      ...byAdmin,
      input: z.strictObject({}),
      output: DeletionState,
    },
    getDeletion,
  ),
  ask: procedure(
    {
      name: 'deletion.ask',
      summary: 'Ask for this workspace to be deleted after the cooling-off',
      method: 'POST',
      path: '/deletion',
      ...byAdmin,
      rate: 'heavy',
      fresh: true,
      input: DeletionRequest,
      output: DeletionFacts,
    },
    askDeletion,
  ),
  cancel: procedure(
    {
      name: 'deletion.cancel',
      summary: 'Keep this workspace after all',
      method: 'DELETE',
      path: '/deletion',
      ...byAdmin,
      input: z.strictObject({}),
      output: z.strictObject({}),
    },
    cancelDeletion,
  ),
  remind: procedure(
    {
      name: 'deletion.remind',
      summary: 'Tell admins that the end is near',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'control',
      whileSuspended: true,
      input: z.strictObject({ deletionId: z.uuid() }),
      output: z.strictObject({}),
    },
    remindOfDeletion,
  ),
};
