'use server';

import { action } from '@/lib/doors/action';
import { deletionsProcedures } from '@/lib/platform/deletions/procedures';

export const cancelDeletion = action(deletionsProcedures.cancel);
export const postponeDeletion = action(deletionsProcedures.postpone);
