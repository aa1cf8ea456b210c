import { z } from 'zod';
import { procedure } from '../doors/procedure';
import { syncMirror } from './person-sync';

const sync = procedure(
  {
    name: 'person.sync',
    summary: 'Brings one row of the people mirror up to date',
    method: 'POST',
    path: null,
    permission: 'job',
    plane: 'tenant',
    whileSuspended: true,
    input: z.strictObject({ userId: z.uuid() }),
    output: z.strictObject({}),
  },
  async (ctx, { userId }) => {
    await syncMirror(ctx, userId);
    return {};
  },
);

export const personProcedures = { person: { sync } };
