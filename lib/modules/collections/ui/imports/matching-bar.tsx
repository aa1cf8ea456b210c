'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field as FormField } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Import } from '../../imports/shapes';

export type Matching = Pick<Import, 'mode' | 'keys' | 'emptyCells'>;

interface Props {
  columns: Import['columns'];
  matching: Matching;
  onChange: (matching: Matching) => void;
}

const modes = [
  { value: 'new', label: 'Add every row as a new record' },
  { value: 'both', label: 'Change records that are there, add the others' },
  { value: 'update', label: 'Change records that are there, add none' },
  { value: 'add', label: 'Add records that are not there, change none' },
];

const empties = [
  { value: 'keep', label: 'Keep the value that is there' },
  { value: 'clear', label: 'Empty the value that is there' },
];

/** Whether rows can mean records that are there already, and by which columns they find them. */
export function MatchingBar({ columns, matching, onChange }: Props) {
  const t = useWording('collections');
  const { mode, keys, emptyCells } = matching;
  const mapped = columns.flatMap(({ target }, at) => (target.kind === 'field' ? [at] : []));
  if (mapped.length === 0) return null;
  const matches = keys.length > 0;
  const pick = (value: string) =>
    onChange(
      value === 'new'
        ? { ...matching, mode: 'add', keys: [] }
        : {
            ...matching,
            mode: value as Matching['mode'],
            keys: matches ? keys : mapped.slice(0, 1),
          },
    );
  const toggle = (at: number, on: boolean) => {
    const next = on ? [...keys, at].sort((a, b) => a - b) : keys.filter((key) => key !== at);
    if (next.length > 0 && next.length <= 5) onChange({ ...matching, keys: next });
  };
  return (
    <section className="flex flex-col gap-4 rounded-panel border border-line p-4">
      <FormField label={t('Rows and the records that are there')} className="w-full max-w-md">
        <Select options={t.labelled(modes)} value={matches ? mode : 'new'} onValueChange={pick} />
      </FormField>
      {matches ? (
        <>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1.5 font-medium text-sm">
              {t('A row means the record with the same')}
            </legend>
            <div className="flex flex-wrap gap-x-5 gap-y-2">
              {mapped.map((at) => (
                <Choice key={at} label={columns[at]?.name ?? ''}>
                  <Checkbox
                    checked={keys.includes(at)}
                    onCheckedChange={(checked) => toggle(at, checked === true)}
                  />
                </Choice>
              ))}
            </div>
            <p className="text-measure text-muted text-sm">
              {t('Rows that fit several records, or come twice in the file, are refused by name.')}
            </p>
          </fieldset>
          {mode === 'add' ? null : (
            <FormField label={t('Empty cells')} className="w-full max-w-md">
              <Select
                options={t.labelled(empties)}
                value={emptyCells}
                onValueChange={(value) =>
                  onChange({ ...matching, emptyCells: value as Matching['emptyCells'] })
                }
              />
            </FormField>
          )}
        </>
      ) : null}
    </section>
  );
}
