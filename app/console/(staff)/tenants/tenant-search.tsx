'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';

export function TenantSearch() {
  const { typed, type } = useQueryFilter('q');
  return (
    <search className="w-full sm:w-80">
      <SearchInput
        value={typed}
        onValueChange={type}
        aria-label="Search tenants"
        placeholder="Name, address, domain or id"
        className="w-full max-w-none"
      />
    </search>
  );
}
