'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';
import { useWording } from '@/lib/language/wording-provider';

export function TenantSearch() {
  const t = useWording('console');
  const { typed, type } = useQueryFilter('q');
  return (
    <search className="w-full sm:w-80">
      <SearchInput
        value={typed}
        onValueChange={type}
        aria-label={t('Search tenants')}
        placeholder={t('Name, address, domain or id')}
        className="w-full max-w-none"
      />
    </search>
  );
}
