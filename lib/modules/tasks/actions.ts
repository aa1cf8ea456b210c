'use server';

import { action } from '@/lib/doors/action';
import { tasksProcedures } from './procedures';

const { tasks, taskFields } = tasksProcedures;

export const createTask = action(tasks.create);
export const updateTask = action(tasks.update);
export const deleteTask = action(tasks.delete);
export const handInTask = action(tasks.handIn);
export const acceptWork = action(tasks.accept);
export const returnWork = action(tasks.return);
export const createTaskField = action(taskFields.create);
export const changeTaskField = action(taskFields.change);
export const orderTaskFields = action(taskFields.order);
export const archiveTaskField = action(taskFields.archive);
export const restoreTaskField = action(taskFields.restore);
export const countTaskFieldUse = action(taskFields.use);
export const deleteTaskField = action(taskFields.delete);
export const fillTaskFields = action(taskFields.fill);
