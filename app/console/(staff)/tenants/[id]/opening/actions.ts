'use server';

import { action } from '@/lib/doors/action';
import { openingsProcedures } from '@/lib/platform/openings/procedures';

export const retryOpening = action(openingsProcedures.retry);
export const giveUpOpening = action(openingsProcedures.giveUp);
