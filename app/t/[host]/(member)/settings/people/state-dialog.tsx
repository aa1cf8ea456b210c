'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { resumeMember, suspendMember } from './actions';
import type { MemberRow } from './member-facts';
import { ReasonField } from './reason-field';

/** Suspends a member, or lets a suspended one in again. */
export function StateDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const suspends = member.state === 'active';
  const confirm = async () => {
    const act = suspends ? suspendMember : resumeMember;
    const outcome = await act({ id: member.id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(suspends ? `${member.name} suspended` : `${member.name} let in again`);
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      danger={suspends}
      title={suspends ? `Suspend ${member.name}?` : `Let ${member.name} in again?`}
      description={
        suspends
          ? 'They cannot open this workspace from their next click on. Their roles and their work are kept, and you can let them in again.'
          : 'They get back in with the roles they had.'
      }
      action={suspends ? 'Suspend member' : 'Let in again'}
      onConfirm={confirm}
    >
      <ReasonField value={reason} onChange={setReason} placeholder="On leave until March" />
    </AlertDialog>
  );
}
