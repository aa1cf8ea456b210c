'use client';

import { useRef, useState } from 'react';
import { TenantButton } from '@/components/shell/tenant-button';
import { useWayKeys } from '@/components/shell/use-way-keys';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { useWording } from '@/lib/language/wording-provider';

export interface Place {
  slug: string;
  name: string;
  /** Where it is at home. */
  host: string;
  status: 'active' | 'suspended';
  roles: string[];
  isHere: boolean;
}

interface Props {
  brand: { name: string; logo?: string | undefined };
  places: Place[];
}

/** Where else this person can go; each way leads through a one-time hand-off. G, then W opens it. */
export function PlaceSwitcher({ brand, places }: Props) {
  const t = useWording('member');
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const { name, logo } = brand;
  const switchable = places.length > 1;
  // On a phone there is a second one; the one that is seen opens.
  const openIfSeen = () => setOpen(switchable && trigger.current?.offsetParent != null);
  useWayKeys([{ letter: 'w', onSelect: openIfSeen }]);
  const button = (
    <TenantButton ref={trigger} brand={{ name, ...(logo && { logo }) }} switchable={switchable} />
  );
  if (!switchable) return button;
  return (
    <DropdownMenu
      trigger={button}
      align="start"
      className="w-64"
      open={open}
      onOpenChange={setOpen}
    >
      <MenuLabel>
        <span className="flex items-center justify-between gap-2">
          {t('Your workspaces')}
          <Kbd keys={['G', 'W']} />
        </span>
      </MenuLabel>
      {places.map((place) => (
        <MenuItem key={place.slug} asChild disabled={place.isHere || place.status !== 'active'}>
          <a href={`/switch/${place.slug}`}>
            <span className="min-w-0 flex-1 truncate">{place.name}</span>
            <span className="truncate text-muted text-sm">
              {place.status === 'suspended' ? t('Suspended') : place.roles.map(t.said).join(', ')}
            </span>
          </a>
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
