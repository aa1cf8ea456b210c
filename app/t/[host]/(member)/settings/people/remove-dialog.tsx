'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { removeMember } from './actions';
import type { MemberRow } from './member-facts';
import { OwnTokensNote } from './own-tokens-note';
import { ReasonField } from './reason-field';

export function RemoveDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const t = useWording('settings');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const confirm = async () => {
    const outcome = await removeMember({ id: member.id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    const { name } = member;
    const { workspaceTokens: n } = outcome.data;
    notify.done(
      n > 0
        ? t('{name} removed. Tokens of the workspace that they made and that go on: {n}.', {
            name,
            n,
          })
        : t('{name} removed', { name }),
    );
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('Remove {name} from this workspace?', { name: member.name })}
      description={t(
        'Their sessions and API tokens here end at once, and what fields say of them is deleted. What they made stays. To come back they need a new invitation.',
      )}
      action={t('Remove member')}
      onConfirm={confirm}
    >
      <OwnTokensNote memberId={member.id} ends />
      <ReasonField value={reason} onChange={setReason} placeholder={t('Left the school')} />
    </AlertDialog>
  );
}
