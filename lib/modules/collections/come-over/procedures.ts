import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { bringOver } from './bring-over';

/** Works where the module is off as well: it may be turned on again. */
export const bringOverProcedure = procedure(
  {
    name: 'collections.bringOver',
    summary: 'Gives what names one person to the account they came over to',
    method: 'POST',
    path: null,
    permission: 'job',
    plane: 'tenant',
    whileSuspended: true,
    input: z.strictObject({ formerUserId: z.uuid(), newUserId: z.uuid() }),
    output: z.strictObject({}),
  },
  async (ctx, renaming) => {
    await bringOver(ctx, renaming);
    return {};
  },
);
