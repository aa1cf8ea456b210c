'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';
import { useWording } from '@/lib/language/wording-provider';

export function StaffAuditFilters() {
  const t = useWording('console');
  const who = useQueryFilter('who');
  const what = useQueryFilter('what');
  return (
    <search className="flex flex-wrap gap-2">
      <SearchInput
        value={who.typed}
        onValueChange={who.type}
        aria-label={t('Who')}
        placeholder={t('Who')}
        className="w-full max-w-none sm:w-48"
      />
      <SearchInput
        value={what.typed}
        onValueChange={what.type}
        aria-label={t('What')}
        placeholder={t('What, such as tenants.')}
        className="w-full max-w-none sm:w-56"
      />
    </search>
  );
}
