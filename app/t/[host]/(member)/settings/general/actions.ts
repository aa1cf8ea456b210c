'use server';

import { action } from '@/lib/doors/action';
import { settingsProcedures } from '@/lib/tenancy/settings/procedures';

export const changeSettings = action(settingsProcedures.change);
