'use client';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { remindMember } from './actions';
import type { MemberRow } from './member-facts';

/** Mails somebody who has not come over to the shared sign-in. */
export function RemindDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const t = useWording('settings');
  const { id, name, email } = member;
  const confirm = async () => {
    const outcome = await remindMember({ id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('{name} reminded', { name }));
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('Remind {name}?', { name })}
      description={t('{email} gets a mail that says how to come over.', { email })}
      action={t('Send mail')}
      onConfirm={confirm}
    />
  );
}
