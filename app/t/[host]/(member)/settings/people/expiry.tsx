'use client';

import { Status } from '@/components/ui/status';
import { useWording } from '@/lib/language/wording-provider';
import type { InvitationRow } from './member-facts';

/** Until when the link of an invitation works. */
export function Expiry({ invitation: { expired, expires } }: { invitation: InvitationRow }) {
  const t = useWording('settings');
  return expired ? (
    <Status tone="warning">{t('Expired {expires}', { expires })}</Status>
  ) : (
    <Status tone="info">{t('Open until {expires}', { expires })}</Status>
  );
}
