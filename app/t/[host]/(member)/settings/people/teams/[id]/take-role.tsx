'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { ReasonField } from '../../reason-field';
import { takeRoleOverTeam } from '../actions';
import type { RoleOverRow, TeamRef } from './team-ref';

interface Props {
  team: TeamRef;
  row: RoleOverRow;
  onClose: () => void;
}

export function TakeRole({ team, row, onClose }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const names = { name: row.name, role: t.said(row.role.name), team: team.name };
  const confirm = async () => {
    const { userId, role } = row;
    const outcome = await takeRoleOverTeam({ id: team.id, userId, roleId: role.id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(t('{name} no longer has {role} over {team}', names));
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('Take {role} over {team} from {name}?', names)}
      description={t('What it opened closes at their next click. Their other roles stay.')}
      action={t('Take role')}
      onConfirm={confirm}
    >
      <ReasonField value={reason} onChange={setReason} placeholder={t('Back at their own desk')} />
    </AlertDialog>
  );
}
