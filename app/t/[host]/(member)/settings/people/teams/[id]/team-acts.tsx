'use client';

import { FolderTree, MoreHorizontal, Pencil } from 'lucide-react';
import { useState } from 'react';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';
import type { TeamPlace } from '../team-facts';
import { MoveTeam } from './move-team';
import { RenameTeam } from './rename-team';

interface Props {
  team: { id: string; name: string; description: string; parentId: string | null };
  places: TeamPlace[];
}

export function TeamActs({ team, places }: Props) {
  const t = useWording('settings');
  const [doing, setDoing] = useState<'rename' | 'move' | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton
            icon={MoreHorizontal}
            label={t('Actions for {name}', { name: team.name })}
            tooltip={false}
          />
        }
      >
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setDoing('rename')}>
          {t('Rename')}
        </MenuItem>
        <MenuItem icon={<FolderTree aria-hidden />} onSelect={() => setDoing('move')}>
          {t('Move')}
        </MenuItem>
      </DropdownMenu>
      {doing === 'rename' ? <RenameTeam team={team} onClose={close} /> : null}
      {doing === 'move' ? <MoveTeam team={team} places={places} onClose={close} /> : null}
    </>
  );
}
