'use client';

import { RotateCw, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/notify';
import { TableRowActions } from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import { resendInvitation } from './actions';
import type { InvitationRow } from './member-facts';

interface Props {
  invitation: InvitationRow;
  onRevoke: () => void;
}

export function InvitationActions({ invitation, onRevoke }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const { pending, submit } = useSubmit(
    async (row: InvitationRow) => {
      const outcome = await resendInvitation({ id: row.id });
      if (outcome.ok) notify.done(t('Invitation sent again'), { description: row.email });
      else notify.failed(t('Invitation not sent'), { description: outcome.error.message });
      return outcome;
    },
    () => router.refresh(),
  );
  return (
    <TableRowActions>
      <IconButton
        icon={RotateCw}
        size="small"
        label={t('Send again to {email}', { email: invitation.email })}
        disabled={pending}
        onClick={() => submit(invitation)}
      />
      <IconButton
        icon={X}
        size="small"
        label={t('Revoke the invitation of {email}', { email: invitation.email })}
        disabled={pending}
        onClick={onRevoke}
      />
    </TableRowActions>
  );
}
