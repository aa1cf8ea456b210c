'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';
import { useWording } from '@/lib/language/wording-provider';

/** What is searched for; it stands in the address after a pause. */
export function SearchField() {
  const t = useWording('member');
  const { typed, type } = useQueryFilter('q');
  return (
    <search>
      <SearchInput
        value={typed}
        onValueChange={type}
        maxLength={200}
        aria-label={t('Search everything')}
        placeholder={t('Words, or parts of words')}
        className="w-full max-w-xl"
      />
    </search>
  );
}
