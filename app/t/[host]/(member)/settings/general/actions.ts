'use server';

import { ownershipProcedures } from '@/lib/access/ownership/procedures';
import { action } from '@/lib/doors/action';
import { settingsProcedures } from '@/lib/tenancy/settings/procedures';

export const changeSettings = action(settingsProcedures.change);
export const offerOwnership = action(ownershipProcedures.offer);
export const acceptOwnership = action(ownershipProcedures.accept);
export const endOwnershipOffer = action(ownershipProcedures.end);
