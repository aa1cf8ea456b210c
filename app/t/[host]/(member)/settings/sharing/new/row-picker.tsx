import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { SearchInput } from '@/components/ui/search-input';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import type { Place } from './grant-draft';
import { useRows } from './use-rows';

interface Props {
  place: Place;
  chosen: { id: string; name: string }[];
  error: string | undefined;
  onChange: (rows: { id: string; name: string }[]) => void;
}

/** Records to choose several of; who is chosen stays on top while others are searched for. */
export function RowPicker({ place, chosen, error, onChange }: Props) {
  const t = useWording('settings');
  const [letters, setLetters] = useState('');
  const found = useRows(place, letters);
  const others = (found?.rows ?? []).filter(({ id }) => !chosen.some((one) => one.id === id));
  const toggle = (row: { id: string; name: string }, on: boolean) =>
    onChange(on ? [...chosen, row] : chosen.filter(({ id }) => id !== row.id));
  const problem = found?.failed ? t('Records could not be read. Try again.') : error;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('Chosen records')}</legend>
      <SearchInput
        value={letters}
        onValueChange={setLetters}
        aria-label={t('Search records')}
        placeholder={t('Words of a record')}
        className="w-full max-w-none"
      />
      {problem ? (
        <p role="alert" className="text-danger-text text-sm">
          {problem}
        </p>
      ) : null}
      {found ? (
        <ul className="flex max-h-60 min-h-24 flex-col gap-2.5 overflow-y-auto py-1">
          {[...chosen, ...others].map((row) => (
            <li key={row.id}>
              <Choice label={row.name || t('Record without a name')}>
                <Checkbox
                  checked={chosen.includes(row)}
                  onCheckedChange={(on) => toggle(row, on === true)}
                />
              </Choice>
            </li>
          ))}
          {chosen.length + others.length === 0 ? (
            <li className="text-muted">{t('No record matches')}</li>
          ) : null}
        </ul>
      ) : (
        <Skeleton className="h-24" />
      )}
    </fieldset>
  );
}
