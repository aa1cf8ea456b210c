'use server';

import { action } from '@/lib/doors/action';
import { tierRequestsProcedures } from '@/lib/platform/tier-requests/procedures';

export const grantTier = action(tierRequestsProcedures.grant);
export const declineTier = action(tierRequestsProcedures.decline);
