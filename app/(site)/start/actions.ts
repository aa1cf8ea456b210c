'use server';

import { action } from '@/lib/doors/action';
import { signUp } from '@/lib/tenancy/onboarding/procedures';

export const openWorkspace = action(signUp);
