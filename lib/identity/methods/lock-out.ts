import { signInMethods } from '@/db/schema/control';
import { invalid } from '../../errors';
import type { SignInMethod } from './methods';

/** Refuses to switch off the last way in. Throws `invalid` on `methodsOff`. */
export function refuseLockOut(off: readonly SignInMethod[]): void {
  if (signInMethods.every((method) => off.includes(method))) {
    throw invalid('methodsOff', 'Leave at least one way to sign in.');
  }
}
