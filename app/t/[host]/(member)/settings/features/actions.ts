'use server';

import { action } from '@/lib/doors/action';
import { configurationProcedures } from '@/lib/tenancy/configuration/procedures';
import { featuresProcedures } from '@/lib/tenancy/features/procedures';

export const changeSettings = action(configurationProcedures.change);
export const changeFeature = action(featuresProcedures.change);
