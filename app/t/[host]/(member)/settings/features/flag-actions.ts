'use server';

import { action } from '@/lib/doors/action';
import { flagsProcedures } from '@/lib/tenancy/flags/procedures';

export const chooseFlag = action(flagsProcedures.choose);
export const chooseChannel = action(flagsProcedures.chooseChannel);
