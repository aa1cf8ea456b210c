'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { resumeMember, suspendMember } from './actions';
import type { MemberRow } from './member-facts';
import { OwnTokensNote } from './own-tokens-note';
import { ReasonField } from './reason-field';

/** Suspends a member, or lets a suspended one in again. */
export function StateDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const t = useWording('settings');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const suspends = member.state !== 'suspended';
  const confirm = async () => {
    const act = suspends ? suspendMember : resumeMember;
    const outcome = await act({ id: member.id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(
      suspends
        ? t('{name} suspended', { name: member.name })
        : t('{name} let in again', { name: member.name }),
    );
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      danger={suspends}
      title={
        suspends
          ? t('Suspend {name}?', { name: member.name })
          : t('Let {name} in again?', { name: member.name })
      }
      description={
        suspends
          ? t(
              'They cannot open this workspace from their next click on. Their roles and their work are kept, and you can let them in again.',
            )
          : t('They get back in with the roles they had.')
      }
      action={suspends ? t('Suspend member') : t('Let in again')}
      onConfirm={confirm}
    >
      {suspends ? <OwnTokensNote memberId={member.id} /> : null}
      <ReasonField value={reason} onChange={setReason} placeholder={t('On leave until March')} />
    </AlertDialog>
  );
}
