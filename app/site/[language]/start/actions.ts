'use server';

import { action } from '@/lib/doors/action';
import { listSignUpTiers, signUp } from '@/lib/tenancy/onboarding/procedures';

export const openWorkspace = action(signUp);
export const listTiers = action(listSignUpTiers);
