'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { revokeInvitation } from './actions';
import type { InvitationRow } from './member-facts';

interface Props {
  invitation: InvitationRow;
  onClose: () => void;
}

export function RevokeDialog({ invitation, onClose }: Props) {
  const router = useRouter();
  const confirm = async () => {
    const outcome = await revokeInvitation({ id: invitation.id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done('Invitation revoked', { description: invitation.email });
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={`Revoke the invitation of ${invitation.email}?`}
      description="Its link stops working at once. You can invite the address again."
      action="Revoke invitation"
      onConfirm={confirm}
    />
  );
}
