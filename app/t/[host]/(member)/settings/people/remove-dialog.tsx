'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { removeMember } from './actions';
import type { MemberRow } from './member-facts';
import { ReasonField } from './reason-field';

export function RemoveDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const confirm = async () => {
    const outcome = await removeMember({ id: member.id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(`${member.name} removed`);
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={`Remove ${member.name} from this workspace?`}
      description="Their sessions and API tokens here end at once. What they made stays. To come back they need a new invitation."
      action="Remove member"
      onConfirm={confirm}
    >
      <ReasonField value={reason} onChange={setReason} placeholder="Left the school" />
    </AlertDialog>
  );
}
