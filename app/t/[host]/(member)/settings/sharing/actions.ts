'use server';

import { grantsProcedures } from '@/lib/access/grants/procedures';
import { action } from '@/lib/doors/action';

export const giveGrant = action(grantsProcedures.create);
export const revokeGrant = action(grantsProcedures.revoke);
export const acceptGrant = action(grantsProcedures.accept);
export const declineGrant = action(grantsProcedures.decline);
export const searchRows = action(grantsProcedures.rows);
