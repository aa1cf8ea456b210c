'use client';

import { KeyRound, MoreHorizontal, PauseCircle, PlayCircle, UserMinus } from 'lucide-react';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { MemberAct, MemberRow } from './member-facts';

interface Props {
  member: MemberRow;
  onAct: (act: MemberAct) => void;
}

export function MemberMenu({ member, onAct }: Props) {
  const isActive = member.state === 'active';
  return (
    <DropdownMenu
      trigger={
        <IconButton
          icon={MoreHorizontal}
          label={`Actions for ${member.name}`}
          size="small"
          tooltip={false}
        />
      }
    >
      <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => onAct('roles')}>
        Change roles
      </MenuItem>
      {member.isSelf ? null : (
        <>
          <MenuItem
            icon={isActive ? <PauseCircle aria-hidden /> : <PlayCircle aria-hidden />}
            onSelect={() => onAct('state')}
          >
            {isActive ? 'Suspend' : 'Let in again'}
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<UserMinus aria-hidden />} onSelect={() => onAct('remove')}>
            Remove from workspace
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
