import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { bringOver } from './bring-over';
import { Clash } from './clash';
import { tellClashes } from './tell-clashes';

const job = { permission: 'job', method: 'POST', path: null, whileSuspended: true } as const;
const Renaming = { formerUserId: z.uuid(), newUserId: z.uuid() };

/** Both work where the module is off as well: it may be turned on again. */
export const comeOverProcedures = {
  bringOver: procedure(
    {
      ...job,
      name: 'collections.bringOver',
      summary: 'Gives what names one person to the account they came over to',
      plane: 'tenant',
      transaction: 'none',
      input: z.strictObject(Renaming),
      output: z.strictObject({}),
    },
    async (ctx, renaming) => {
      await bringOver(ctx, renaming);
      return {};
    },
  ),
  tellClashes: procedure(
    {
      ...job,
      name: 'collections.tellClashes',
      summary: 'Mails admins which records go on naming a former account',
      plane: 'control',
      input: z.strictObject({ ...Renaming, clashes: z.array(Clash).min(1).max(1_000) }),
      output: z.strictObject({}),
    },
    async (ctx, told) => {
      await tellClashes(ctx, told);
      return {};
    },
  ),
};
