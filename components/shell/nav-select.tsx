'use client';

import { usePathname, useRouter } from 'next/navigation';
import { Select } from '@/components/ui/select';
import { activeHref, type NavGroup } from './navigation';

export function NavSelect({ groups, label }: { groups: readonly NavGroup[]; label: string }) {
  const router = useRouter();
  const active = activeHref(groups, usePathname());
  const options = groups.flatMap((group) =>
    group.items.map((item) => ({ value: item.href, label: item.label })),
  );
  return (
    <Select
      aria-label={label}
      options={options}
      value={active}
      onValueChange={(href) => router.push(href)}
    />
  );
}
