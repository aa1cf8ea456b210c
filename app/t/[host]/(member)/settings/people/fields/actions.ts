'use server';

import { memberFieldProcedures } from '@/lib/access/people/member-field-procedures';
import { action } from '@/lib/doors/action';

export const createField = action(memberFieldProcedures.create);
export const changeField = action(memberFieldProcedures.change);
export const orderFields = action(memberFieldProcedures.order);
export const archiveField = action(memberFieldProcedures.archive);
export const restoreField = action(memberFieldProcedures.restore);
export const countFieldUse = action(memberFieldProcedures.use);
export const deleteField = action(memberFieldProcedures.delete);
