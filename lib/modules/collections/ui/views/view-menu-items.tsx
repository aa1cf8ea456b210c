'use client';

import {
  ArrowLeft,
  ArrowRight,
  Copy,
  Link2,
  Lock,
  Pencil,
  Pin,
  PinOff,
  Trash2,
  Users,
} from 'lucide-react';
import { MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { useWording } from '@/lib/language/wording-provider';
import type { SavedView } from '../../views/shapes';
import type { ViewActs } from './use-view-acts';

export interface ViewMenuProps {
  /** Null for all records, which cannot be changed. */
  saved: SavedView | null;
  acts: ViewActs;
  canDesign: boolean;
}

/** What can be done with the open view. */
export function ViewMenuItems({ saved, acts, canDesign }: ViewMenuProps) {
  const t = useWording('collections');
  const mayChange = saved !== null && (canDesign || !saved.shared);
  return (
    <>
      {mayChange ? <OwnItems saved={saved} acts={acts} canDesign={canDesign} /> : null}
      <MenuItem icon={<Copy aria-hidden />} onSelect={acts.duplicate}>
        {t('Duplicate')}
      </MenuItem>
      <MenuItem icon={<Link2 aria-hidden />} onSelect={acts.copyLink}>
        {t('Copy link')}
      </MenuItem>
      {mayChange ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<ArrowLeft aria-hidden />} onSelect={() => acts.move(saved, -1)}>
            {t('Move left')}
          </MenuItem>
          <MenuItem icon={<ArrowRight aria-hidden />} onSelect={() => acts.move(saved, 1)}>
            {t('Move right')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => acts.remove(saved)}>
            {t('Delete view')}
          </MenuItem>
        </>
      ) : null}
    </>
  );
}

function OwnItems({ saved, acts, canDesign }: ViewMenuProps & { saved: SavedView }) {
  const t = useWording('collections');
  return (
    <>
      <MenuItem icon={<Pencil aria-hidden />} onSelect={() => acts.rename(saved)}>
        {t('Rename')}
      </MenuItem>
      {canDesign ? (
        <MenuItem
          icon={saved.shared ? <Lock aria-hidden /> : <Users aria-hidden />}
          onSelect={() => acts.share(saved, !saved.shared)}
        >
          {saved.shared ? t('Keep for me alone') : t('Share with everybody')}
        </MenuItem>
      ) : null}
      {canDesign && saved.shared ? (
        <MenuItem
          icon={saved.isDefault ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          onSelect={() => acts.makeDefault(saved, !saved.isDefault)}
        >
          {saved.isDefault ? t('Do not open first') : t('Open first for everybody')}
        </MenuItem>
      ) : null}
    </>
  );
}
