import { setTimeout as pause } from 'node:timers/promises';
import { invoke } from '@/lib/doors/callable';
import { isAppError } from '@/lib/errors';

/**
 * As `invoke`; where too much was asked lately, it asks again when the answer says, within a
 * minute.
 */
export const invokePatiently: typeof invoke = async (procedure, input, call) => {
  for (;;) {
    try {
      return await invoke(procedure, input, call);
    } catch (error) {
      const seconds = isAppError(error) && error.code === 'limit' ? error.retryAfterSeconds : 0;
      if (!seconds || seconds > 60) throw error;
      await pause(seconds * 1_000);
    }
  }
};
