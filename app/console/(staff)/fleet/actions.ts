'use server';

import { action } from '@/lib/doors/action';
import { fleetProcedures } from '@/lib/platform/fleet/procedures';

export const retryFleet = action(fleetProcedures.retry);
