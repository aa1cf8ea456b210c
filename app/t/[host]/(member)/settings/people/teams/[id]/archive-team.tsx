'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { archiveTeam } from '../actions';
import { TeamImpactNote } from './team-impact-note';
import type { TeamRef } from './team-ref';

export function ArchiveTeam({ team }: { team: TeamRef }) {
  const t = useWording('settings');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const confirm = async () => {
    const outcome = await archiveTeam({ id: team.id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Team {name} archived', { name: team.name }));
    router.refresh();
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button className="self-start">{t('Archive team')}</Button>}
      title={t('Archive the team {name}?', { name: team.name })}
      description={t('You can bring it back as it was.')}
      action={t('Archive team')}
      danger={false}
      onConfirm={confirm}
    >
      {open ? <TeamImpactNote teamId={team.id} /> : null}
    </AlertDialog>
  );
}
