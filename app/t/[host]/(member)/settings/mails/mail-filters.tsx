'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { stateWords } from './mail-words';

const everything = 'all';
const states = Object.entries(stateWords).map(([value, { label }]) => ({ value, label }));

/** To whom and what became of it; both in the address. */
export function MailFilters() {
  const t = useWording('settings');
  const address = useQueryFilter('q');
  const state = address.value('state') || everything;
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchInput
        value={address.typed}
        onValueChange={address.type}
        aria-label={t('Address')}
        placeholder={t('Address')}
        className="w-full max-w-none sm:w-60"
      />
      <Select
        aria-label={t('State')}
        options={t.labelled([{ value: everything, label: 'Any state' }, ...states])}
        value={state}
        onValueChange={(next) => address.set({ state: next === everything ? '' : next })}
        className="w-full sm:w-44"
      />
    </search>
  );
}
