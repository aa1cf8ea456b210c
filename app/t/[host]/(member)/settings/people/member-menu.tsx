'use client';

import {
  History,
  KeyRound,
  ListChecks,
  Mail,
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
  /** Members have fields of this workspace. */
  hasFields: boolean;
  onAct: (act: MemberAct) => void;
}

export function MemberMenu({ member, hasFields, onAct }: Props) {
  const t = useWording('settings');
  const isSuspended = member.state === 'suspended';
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
      {hasFields ? (
        <MenuItem icon={<ListChecks aria-hidden />} onSelect={() => onAct('fields')}>
          {t('Fields')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => onAct('roles')}>
        {t('Change roles')}
      </MenuItem>
      <MenuItem icon={<History aria-hidden />} onSelect={() => onAct('history')}>
        {t('History of roles')}
      </MenuItem>
      {member.isSelf ? null : (
        <>
          <MenuItem
            icon={isSuspended ? <PlayCircle aria-hidden /> : <PauseCircle aria-hidden />}
            onSelect={() => onAct('state')}
          >
            {isSuspended ? t('Let in again') : t('Suspend')}
          </MenuItem>
          {member.state === 'unclaimed' ? (
            <MenuItem icon={<Mail aria-hidden />} onSelect={() => onAct('remind')}>
              {t('Remind to come over')}
            </MenuItem>
          ) : null}
          <MenuSeparator />
          <MenuItem danger icon={<UserMinus aria-hidden />} onSelect={() => onAct('remove')}>
            {t('Remove from workspace')}
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
