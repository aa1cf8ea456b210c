'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { restoreTeam } from '../actions';
import { ArchiveTeam } from './archive-team';
import { DeleteTeam } from './delete-team';
import type { TeamRef } from './team-ref';

/** A team is archived first; an archived one comes back or is deleted for good. */
export function EndTeam({ team, archived }: { team: TeamRef; archived: boolean }) {
  const t = useWording('settings');
  const router = useRouter();
  const restore = async () => {
    const outcome = await restoreTeam({ id: team.id });
    if (outcome.ok) notify.done(t('Team {name} is in use again', { name: team.name }));
    else notify.failed(outcome.error.fields.parentId ?? outcome.error.message);
    router.refresh();
  };
  if (!archived) {
    return (
      <FormSection
        title={t('Archive this team')}
        description={t(
          'It opens nothing to anybody then, and keeps its people until it comes back.',
        )}
      >
        <ArchiveTeam team={team} />
      </FormSection>
    );
  }
  return (
    <FormSection
      danger
      title={t('Bring back or delete')}
      description={t('A team that comes back has its people and roles as before.')}
    >
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void restore()}>{t('Bring back')}</Button>
        <DeleteTeam team={team} />
      </div>
    </FormSection>
  );
}
