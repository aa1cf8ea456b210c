'use server';

import { action } from '@/lib/doors/action';
import { brandingProcedures } from '@/lib/tenancy/brand-settings/procedures';

export const saveDraft = action(brandingProcedures.save);
export const discardDraft = action(brandingProcedures.discard);
export const publishDraft = action(brandingProcedures.publish);
export const revertBranding = action(brandingProcedures.revert);
