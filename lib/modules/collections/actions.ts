'use server';

import { action } from '@/lib/doors/action';
import { collectionProcedures } from './collections/procedures';
import { fieldProcedures } from './fields/procedures';
import { rulesProcedures } from './rules/procedures';

export const createCollection = action(collectionProcedures.create);
export const updateCollection = action(collectionProcedures.update);
export const deleteCollection = action(collectionProcedures.delete);
export const restoreCollection = action(collectionProcedures.restore);
export const saveRules = action(rulesProcedures.save);
export const createField = action(fieldProcedures.create);
export const updateField = action(fieldProcedures.update);
export const deleteField = action(fieldProcedures.delete);
export const restoreField = action(fieldProcedures.restore);
export const reorderFields = action(fieldProcedures.reorder);
