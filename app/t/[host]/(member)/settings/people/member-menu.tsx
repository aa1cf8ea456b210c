'use client';

import {
  History,
  KeyRound,
  MoreHorizontal,
  PauseCircle,
  PlayCircle,
  UserMinus,
} from 'lucide-react';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';
import type { MemberAct, MemberRow } from './member-facts';

interface Props {
  member: MemberRow;
  onAct: (act: MemberAct) => void;
}

export function MemberMenu({ member, onAct }: Props) {
  const t = useWording('settings');
  const isActive = member.state === 'active';
  return (
    <DropdownMenu
      trigger={
        <IconButton
          icon={MoreHorizontal}
          label={t('Actions for {name}', { name: member.name })}
          size="small"
          tooltip={false}
        />
      }
    >
      <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => onAct('roles')}>
        {t('Change roles')}
      </MenuItem>
      <MenuItem icon={<History aria-hidden />} onSelect={() => onAct('history')}>
        {t('History of roles')}
      </MenuItem>
      {member.isSelf ? null : (
        <>
          <MenuItem
            icon={isActive ? <PauseCircle aria-hidden /> : <PlayCircle aria-hidden />}
            onSelect={() => onAct('state')}
          >
            {isActive ? t('Suspend') : t('Let in again')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<UserMinus aria-hidden />} onSelect={() => onAct('remove')}>
            {t('Remove from workspace')}
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
