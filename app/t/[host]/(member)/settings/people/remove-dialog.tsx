'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { removeMember } from './actions';
import type { MemberRow } from './member-facts';
import { ReasonField } from './reason-field';

export function RemoveDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const t = useWording('settings');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const confirm = async () => {
    const outcome = await removeMember({ id: member.id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(t('{name} removed', { name: member.name }));
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('Remove {name} from this workspace?', { name: member.name })}
      description={t(
        'Their sessions and API tokens here end at once. What they made stays. To come back they need a new invitation.',
      )}
      action={t('Remove member')}
      onConfirm={confirm}
    >
      <ReasonField value={reason} onChange={setReason} placeholder={t('Left the school')} />
    </AlertDialog>
  );
}
