import { z } from 'zod';
import { customFieldProcedures } from '@/lib/custom-fields/procedures';
import { procedure } from '@/lib/doors/procedure';
import { bringOver } from './come-over';
import { taskSubject } from './fields/subject';
import { givenProcedures } from './given/procedures';
import { workProcedures } from './work/procedures';

const tasks = {
  ...workProcedures,
  ...givenProcedures,
  bringOver: procedure(
    {
      plane: 'tenant',
      permission: 'job',
      method: 'POST',
      path: null,
      name: 'tasks.bringOver',
      summary: 'Gives tasks that name one person to the account they came over to',
      whileSuspended: true,
      input: z.strictObject({ formerUserId: z.uuid(), newUserId: z.uuid() }),
      output: z.strictObject({}),
    },
    async (ctx, renaming) => {
      await bringOver(ctx, renaming);
      return {};
    },
  ),
};

export const tasksProcedures = { tasks, taskFields: customFieldProcedures(taskSubject) };

export { findTasks } from './find';
export { glance as glanceAtTasks } from './glance';
