'use server';

import { action } from '@/lib/doors/action';
import { featuresProcedures } from '@/lib/tenancy/features/procedures';

export const changeFeature = action(featuresProcedures.change);
