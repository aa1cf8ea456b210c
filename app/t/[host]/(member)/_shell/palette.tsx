'use client';

import { CircleHelp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { CommandPalette } from '@/components/shell/command-palette';
import type { NavGroup } from '@/components/shell/navigation';
import { useWayKeys } from '@/components/shell/use-way-keys';
import { useWording } from '@/lib/language/wording-provider';
import {
  type PaletteRights,
  usePaletteRecords,
} from '@/lib/modules/collections/ui/search/use-palette-records';
import type { Place } from './place-switcher';
import { usePaletteThings } from './use-palette-things';

interface Props {
  groups: NavGroup[];
  places: Place[];
  rights: PaletteRights;
}

/** Find records, go somewhere, create, or switch workspace, from the keyboard. */
export function Palette({ groups, places, rights }: Props) {
  const t = useWording('member');
  const router = useRouter();
  const records = usePaletteRecords(rights);
  const things = usePaletteThings();
  const go = groups.flatMap((group) =>
    group.items.map((item) => ({
      id: item.href,
      label: item.label,
      icon: item.icon,
      letter: item.letter,
      ...(item.letter && { keys: ['G', item.letter.toUpperCase()] }),
      onSelect: () => router.push(item.href),
    })),
  );
  useWayKeys(go);
  const help = {
    ...{ id: '/help', label: t('Help'), icon: <CircleHelp aria-hidden /> },
    onSelect: () => router.push('/help'),
  };
  const elsewhere = places
    .filter((place) => !place.isHere && place.status === 'active')
    .map((place) => ({
      id: `switch-${place.slug}`,
      label: place.name,
      keywords: [place.slug],
      note: t('Switch'),
      onSelect: () => window.location.assign(`/switch/${place.slug}`),
    }));
  return (
    <CommandPalette
      groups={[
        { id: 'go', label: t('Go to'), items: [...go, help] },
        ...records.places,
        { id: 'switch', label: t('Switch to'), items: elsewhere },
        ...things.groups,
        ...records.found,
      ]}
      onOpenChange={(open) => {
        things.onSearch('');
        void records.opened(open);
      }}
      onSearch={(text) => {
        records.onSearch(text);
        things.onSearch(text);
      }}
      pending={records.pending}
      empty={records.failed ? t('The search did not answer. Try again in a moment.') : undefined}
    />
  );
}
