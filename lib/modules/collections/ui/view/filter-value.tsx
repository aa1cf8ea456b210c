'use client';

import { Combobox } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { takesList, takesNothing } from '../../view/operators';
import type { Filter } from '../../view/state';
import type { PersonName } from '../grid/columns';
import { typeUi } from '../types';
import { FilterText } from '../types/filter-input';
import { typeInputs } from '../types/inputs';
import { ChoiceList } from './choice-list';

interface Props {
  field: Field;
  filter: Filter;
  people: readonly PersonName[];
  onChange: (value: Filter['value']) => void;
}

/** What a filter compares with, asked for in the way of the field's type. */
export function FilterValue({ field, filter, people, onChange }: Props) {
  const t = useWording('collections');
  const { op, value } = filter;
  if (takesNothing(op)) return null;
  const { choices } = typeUi[field.type];
  const { FilterInput: One = FilterText, FilterList } = typeInputs[field.type];
  const options = choices?.(field, people).map(({ value, label }) => ({ value, label }));
  const list = Array.isArray(value)
    ? value.map(String)
    : value === undefined
      ? []
      : [String(value)];
  if (FilterList && takesList(op)) return <FilterList {...{ field, onChange }} values={list} />;
  if (options && op !== 'between' && takesList(op)) {
    return <ChoiceList options={options} chosen={list} onChange={onChange} />;
  }
  if (op === 'between') {
    const put = (at: number, text: string) =>
      onChange([0, 1].map((i) => (i === at ? text : (list[i] ?? ''))));
    return (
      <span className="flex min-w-0 items-center gap-1.5">
        <One field={field} value={list[0] ?? ''} onChange={(text) => put(0, text)} />
        <span className="text-muted text-sm">{t('and')}</span>
        <One field={field} value={list[1] ?? ''} onChange={(text) => put(1, text)} />
      </span>
    );
  }
  if (options && options.length > 8) {
    return (
      <Combobox
        aria-label={t('Value')}
        options={options}
        {...(list[0] && { value: list[0] })}
        onValueChange={(next) => onChange(next ?? '')}
      />
    );
  }
  if (options) {
    return (
      <Select
        aria-label={t('Value')}
        options={options}
        value={list[0] ?? ''}
        onValueChange={onChange}
      />
    );
  }
  return (
    <One
      field={field}
      value={list.join(', ')}
      onChange={(text) =>
        onChange(takesList(op) ? text.split(',').map((one) => one.trimStart()) : text)
      }
    />
  );
}
