'use server';

import { action } from '@/lib/doors/action';
import { platformFlagsProcedures } from '@/lib/platform/flags/procedures';

export const killFlag = action(platformFlagsProcedures.kill);
export const reviveFlag = action(platformFlagsProcedures.revive);
export const changeFlagRules = action(platformFlagsProcedures.change);
export const overrideFlag = action(platformFlagsProcedures.override);
