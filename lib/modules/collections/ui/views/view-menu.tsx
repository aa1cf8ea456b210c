'use client';

import {
  ArrowLeft,
  ArrowRight,
  ChevronDown,
  Copy,
  Link2,
  Lock,
  Pencil,
  Pin,
  PinOff,
  Trash2,
  Users,
} from 'lucide-react';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { SavedView } from '../../views/shapes';
import type { ViewActs } from './use-view-acts';

interface Props {
  /** Null for all records, which cannot be changed. */
  saved: SavedView | null;
  acts: ViewActs;
  canDesign: boolean;
}

/** What can be done with the open view. */
export function ViewMenu({ saved, acts, canDesign }: Props) {
  const mayChange = saved !== null && (canDesign || !saved.shared);
  return (
    <DropdownMenu
      align="start"
      trigger={
        <IconButton
          icon={ChevronDown}
          size="small"
          tooltip={false}
          label={`Options of ${saved?.name ?? 'All records'}`}
        />
      }
    >
      {mayChange ? <OwnItems saved={saved} acts={acts} canDesign={canDesign} /> : null}
      <MenuItem icon={<Copy aria-hidden />} onSelect={acts.duplicate}>
        Duplicate
      </MenuItem>
      <MenuItem icon={<Link2 aria-hidden />} onSelect={acts.copyLink}>
        Copy link
      </MenuItem>
      {mayChange ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<ArrowLeft aria-hidden />} onSelect={() => acts.move(saved, -1)}>
            Move left
          </MenuItem>
          <MenuItem icon={<ArrowRight aria-hidden />} onSelect={() => acts.move(saved, 1)}>
            Move right
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => acts.remove(saved)}>
            Delete view
          </MenuItem>
        </>
      ) : null}
    </DropdownMenu>
  );
}

function OwnItems({ saved, acts, canDesign }: Props & { saved: SavedView }) {
  return (
    <>
      <MenuItem icon={<Pencil aria-hidden />} onSelect={() => acts.rename(saved)}>
        Rename
      </MenuItem>
      {canDesign ? (
        <MenuItem
          icon={saved.shared ? <Lock aria-hidden /> : <Users aria-hidden />}
          onSelect={() => acts.share(saved, !saved.shared)}
        >
          {saved.shared ? 'Keep for me alone' : 'Share with everybody'}
        </MenuItem>
      ) : null}
      {canDesign && saved.shared ? (
        <MenuItem
          icon={saved.isDefault ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          onSelect={() => acts.makeDefault(saved, !saved.isDefault)}
        >
          {saved.isDefault ? 'Do not open first' : 'Open first for everybody'}
        </MenuItem>
      ) : null}
    </>
  );
}
