'use server';

import { action } from '@/lib/doors/action';
import { tasksProcedures } from './procedures';

const { tasks } = tasksProcedures;

export const createTask = action(tasks.create);
export const updateTask = action(tasks.update);
export const deleteTask = action(tasks.delete);
export const handInTask = action(tasks.handIn);
export const acceptWork = action(tasks.accept);
export const returnWork = action(tasks.return);
