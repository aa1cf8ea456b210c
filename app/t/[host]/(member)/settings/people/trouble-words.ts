'use client';

import { useWording } from '@/lib/language/wording-provider';
import type { WrittenInvite } from './parse-invites';

/** Says why a line cannot be sent as it stands. */
export function useTroubleWords() {
  const t = useWording('settings');
  return ({ trouble, roleWord }: WrittenInvite): string => {
    if (trouble === 'no_role') {
      return t('There is no role “{role}” that you can give.', { role: roleWord });
    }
    if (trouble === 'twice') return t('This address stands further up already.');
    return t('There is no e-mail address in this line.');
  };
}
