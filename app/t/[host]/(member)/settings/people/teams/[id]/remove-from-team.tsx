'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { removeTeamMember } from '../actions';
import type { TeamMemberRow, TeamRef } from './team-ref';

interface Props {
  team: TeamRef;
  member: TeamMemberRow;
  onClose: () => void;
}

export function RemoveFromTeam({ team, member, onClose }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const names = { name: member.name, team: team.name };
  const confirm = async () => {
    const outcome = await removeTeamMember({ id: team.id, userId: member.userId });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('{name} removed from {team}', names));
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('Remove {name} from {team}?', names)}
      description={t(
        'Where rules keep records to teams, they and this team lose sight of each other’s records. They stay in the workspace.',
      )}
      action={t('Remove from team')}
      onConfirm={confirm}
    />
  );
}
