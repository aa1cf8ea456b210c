import type { Plain } from '@/lib/language/wording';
import type { FlagHere } from '@/lib/tenancy/flags/shapes';

export const flagsDescription =
  'Switches and values of the product: for whom, why, and until when.' satisfies Plain<'console'>;

export const becauseWords: Record<FlagHere['because'], Plain<'console'>> = {
  killed: 'The kill switch',
  override: 'Set for this tenant by staff',
  choice: 'Chosen by its admins',
  role: 'Its role',
  plan: 'Its plan',
  channel: 'Its release channel',
  share: 'In the share',
  default: 'The default',
};
