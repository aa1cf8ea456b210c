'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { ReasonField } from '../../reason-field';
import { deleteTeam } from '../actions';
import { TeamImpactNote } from './team-impact-note';
import type { TeamRef } from './team-ref';

export function DeleteTeam({ team }: { team: TeamRef }) {
  const t = useWording('settings');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const confirm = async () => {
    const outcome = await deleteTeam({ id: team.id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(t('Team {name} deleted', { name: team.name }));
    router.push('/settings/people/teams');
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">{t('Delete team')}</Button>}
      title={t('Delete the team {name}?', { name: team.name })}
      description={t('This cannot be undone. Its people stay in the workspace.')}
      action={t('Delete team')}
      onConfirm={confirm}
    >
      {open ? <TeamImpactNote teamId={team.id} /> : null}
      <ReasonField value={reason} onChange={setReason} placeholder={t('Merged with another')} />
    </AlertDialog>
  );
}
