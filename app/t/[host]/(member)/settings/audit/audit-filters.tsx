'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import { SearchInput } from '@/components/ui/search-input';
import { useWording } from '@/lib/language/wording-provider';

/** Who, what and when; all of it in the address. */
export function AuditFilters() {
  const t = useWording('settings');
  const who = useQueryFilter('who');
  const what = useQueryFilter('what');
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchInput
        value={who.typed}
        onValueChange={who.type}
        aria-label={t('Who')}
        placeholder={t('Who')}
        className="w-full max-w-none sm:w-44"
      />
      <Input
        value={what.typed}
        onChange={(event) => what.type(event.target.value)}
        aria-label={t('What')}
        placeholder={t('What, such as people.')}
        className="w-full sm:w-52"
      />
      <DateInput
        aria-label={t('From day')}
        value={who.value('from')}
        onChange={(event) => who.set({ from: event.target.value })}
      />
      <span aria-hidden className="text-muted">
        –
      </span>
      <DateInput
        aria-label={t('To day')}
        value={who.value('to')}
        onChange={(event) => who.set({ to: event.target.value })}
      />
    </search>
  );
}
