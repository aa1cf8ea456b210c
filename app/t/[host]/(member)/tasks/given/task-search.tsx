'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';
import { useWording } from '@/lib/language/wording-provider';

/** Part of a title; it stands in the address after a pause. */
export function TaskSearch() {
  const t = useWording('tasks');
  const { typed, type } = useQueryFilter('q');
  return (
    <search>
      <SearchInput
        value={typed}
        onValueChange={type}
        maxLength={100}
        aria-label={t('Search tasks')}
        placeholder={t('Part of a title')}
        className="w-full max-w-xs"
      />
    </search>
  );
}
