'use client';

import { RotateCw, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/notify';
import { TableRowActions } from '@/components/ui/table';
import { resendInvitation } from './actions';
import type { InvitationRow } from './member-facts';

interface Props {
  invitation: InvitationRow;
  onRevoke: () => void;
}

export function InvitationActions({ invitation, onRevoke }: Props) {
  const router = useRouter();
  const { pending, submit } = useSubmit(sendAgain, () => router.refresh());
  return (
    <TableRowActions>
      <IconButton
        icon={RotateCw}
        size="small"
        label={`Send again to ${invitation.email}`}
        disabled={pending}
        onClick={() => submit(invitation)}
      />
      <IconButton
        icon={X}
        size="small"
        label={`Revoke the invitation of ${invitation.email}`}
        disabled={pending}
        onClick={onRevoke}
      />
    </TableRowActions>
  );
}

async function sendAgain({ id, email }: InvitationRow) {
  const outcome = await resendInvitation({ id });
  if (outcome.ok) notify.done('Invitation sent again', { description: email });
  else notify.failed('Invitation not sent', { description: outcome.error.message });
  return outcome;
}
