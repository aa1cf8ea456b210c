'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { revokeInvitation } from './actions';
import type { InvitationRow } from './member-facts';

interface Props {
  invitation: InvitationRow;
  onClose: () => void;
}

export function RevokeDialog({ invitation, onClose }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const confirm = async () => {
    const outcome = await revokeInvitation({ id: invitation.id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Invitation revoked'), { description: invitation.email });
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('Revoke the invitation of {email}?', { email: invitation.email })}
      description={t('Its link stops working at once. You can invite the address again.')}
      action={t('Revoke invitation')}
      onConfirm={confirm}
    />
  );
}
