'use client';

import { useRouter } from 'next/navigation';
import { CommandPalette } from '@/components/shell/command-palette';
import type { NavGroup } from '@/components/shell/navigation';
import type { Place } from './place-switcher';

interface Props {
  groups: NavGroup[];
  places: Place[];
}

/** Go somewhere, or switch workspace, from the keyboard. */
export function Palette({ groups, places }: Props) {
  const router = useRouter();
  const go = groups.flatMap((group) =>
    group.items.map((item) => ({
      id: item.href,
      label: item.label,
      icon: item.icon,
      onSelect: () => router.push(item.href),
    })),
  );
  const elsewhere = places
    .filter((place) => !place.isHere && place.status === 'active')
    .map((place) => ({
      id: `switch-${place.slug}`,
      label: place.name,
      note: 'Switch',
      onSelect: () => window.location.assign(`/switch/${place.slug}`),
    }));
  return (
    <CommandPalette
      groups={[
        { id: 'go', label: 'Go to', items: go },
        ...(elsewhere.length > 0 ? [{ id: 'switch', label: 'Switch to', items: elsewhere }] : []),
      ]}
    />
  );
}
