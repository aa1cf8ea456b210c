'use server';

import { action } from '@/lib/doors/action';
import { signUpOpenings } from '@/lib/tenancy/opening/procedures';

export const retryOpening = action(signUpOpenings.retry);
export const giveUpOpening = action(signUpOpenings.giveUp);
export const arrive = action(signUpOpenings.arrive);
