'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';

const states = [
  { value: 'active', label: 'In use' },
  { value: 'archived', label: 'Archived' },
];

export function TeamFilters() {
  const t = useWording('settings');
  const { value, typed, set, type } = useQueryFilter('q');
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchInput
        value={typed}
        onValueChange={type}
        aria-label={t('Search teams')}
        placeholder={t('Name of a team')}
        className="w-full max-w-none sm:w-64"
      />
      <Select
        aria-label={t('State')}
        className="w-36"
        options={t.labelled(states)}
        value={value('state') || 'active'}
        onValueChange={(state) => set({ state: state === 'active' ? '' : state })}
      />
    </search>
  );
}
