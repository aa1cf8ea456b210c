'use client';

import { Flag, FlagOff, MoreHorizontal, UserMinus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { setTeamLead } from '../actions';
import type { TeamMemberRow, TeamRef } from './team-ref';

interface Props {
  member: TeamMemberRow;
  team: TeamRef;
  /** May say who leads. */
  manages: boolean;
  onRemove: () => void;
}

export function MemberActs({ member, team, manages, onRemove }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const { name, userId, isLead } = member;
  const turn = async () => {
    const outcome = await setTeamLead({ id: team.id, userId, lead: !isLead });
    if (!outcome.ok) {
      notify.failed(outcome.error.message);
      return;
    }
    notify.done(isLead ? t('{name} leads no more', { name }) : t('{name} leads now', { name }));
    router.refresh();
  };
  return (
    <DropdownMenu
      trigger={
        <IconButton
          icon={MoreHorizontal}
          label={t('Actions for {name}', { name })}
          size="small"
          tooltip={false}
        />
      }
    >
      {manages ? (
        <>
          <MenuItem
            icon={isLead ? <FlagOff aria-hidden /> : <Flag aria-hidden />}
            onSelect={() => void turn()}
          >
            {isLead ? t('Make plain member') : t('Make lead')}
          </MenuItem>
          <MenuSeparator />
        </>
      ) : null}
      <MenuItem danger icon={<UserMinus aria-hidden />} onSelect={onRemove}>
        {t('Remove from team')}
      </MenuItem>
    </DropdownMenu>
  );
}
