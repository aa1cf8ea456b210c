'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { deliveryWords } from '../../webhook-words';
import { SendAgain } from './send-again';

const everything = 'all';
const states = Object.entries(deliveryWords).map(([value, { label }]) => ({ value, label }));

interface Props {
  webhookId: string;
  isOn: boolean;
}

/** Which event and what became of it, both in the address; and a time to send again. */
export function DeliveryFilters({ webhookId, isOn }: Props) {
  const t = useWording('developers');
  const address = useQueryFilter('kind');
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchInput
        value={address.typed}
        onValueChange={address.type}
        aria-label={t('Name of the event')}
        placeholder={t('Event, such as people.invite')}
        className="w-full max-w-none sm:w-64"
      />
      <Select
        aria-label={t('State')}
        options={t.labelled([{ value: everything, label: 'Any state' }, ...states])}
        value={address.value('state') || everything}
        onValueChange={(next) => address.set({ state: next === everything ? '' : next })}
        className="w-full sm:w-44"
      />
      {isOn ? (
        <span className="sm:ml-auto">
          <SendAgain id={webhookId} />
        </span>
      ) : null}
    </search>
  );
}
