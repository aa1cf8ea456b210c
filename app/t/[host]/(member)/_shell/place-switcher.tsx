'use client';

import { TenantButton } from '@/components/shell/tenant-button';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';

export interface Place {
  slug: string;
  name: string;
  status: 'active' | 'suspended';
  roles: string[];
  isHere: boolean;
}

interface Props {
  brand: { name: string; logo?: string | undefined };
  places: Place[];
}

/** Where else this person can go; each way leads through a one-time hand-off. */
export function PlaceSwitcher({ brand, places }: Props) {
  const { name, logo } = brand;
  const button = (
    <TenantButton brand={{ name, ...(logo && { logo }) }} switchable={places.length > 1} />
  );
  if (places.length < 2) return button;
  return (
    <DropdownMenu trigger={button} align="start" className="w-64">
      <MenuLabel>Your workspaces</MenuLabel>
      {places.map((place) => (
        <MenuItem key={place.slug} asChild disabled={place.isHere || place.status !== 'active'}>
          <a href={`/switch/${place.slug}`}>
            <span className="min-w-0 flex-1 truncate">{place.name}</span>
            <span className="truncate text-muted text-sm">
              {place.status === 'suspended' ? 'Suspended' : place.roles.join(', ')}
            </span>
          </a>
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
