import { z } from 'zod';
import { invalid } from '../../errors';
import { longest } from './bounds';
import type { Standing } from './strength';

/** A password being chosen. Whether it is strong enough says `refuseWeak`, which knows whose it is. */
export const NewPassword = z
  .string()
  .min(1, 'Choose a password.')
  .max(longest, `At most ${longest} characters.`);

/**
 * Refuses a password that is too short or too easy to guess for where it stands. Throws `invalid`
 * on `field` with what would make it stronger.
 */
export async function refuseWeak(
  password: string,
  standing: Standing,
  field = 'password',
): Promise<void> {
  // The dictionaries are read when the first password is chosen.
  const { judge } = await import('./strength');
  const { weakness } = judge(password, standing);
  if (weakness) throw invalid(field, weakness);
}
