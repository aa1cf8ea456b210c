'use client';

import { Combobox } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Field } from '../../fields/shapes';
import type { Filter } from '../../view/shapes';
import type { PersonName } from '../grid/columns';
import { ChoiceList } from './choice-list';

interface Props {
  field: Field;
  filter: Filter;
  people: readonly PersonName[];
  onChange: (value: Filter['value']) => void;
}

/** What a filter compares with, asked for in the way of the field's type. */
export function FilterValue({ field, filter, people, onChange }: Props) {
  const { op, value } = filter;
  if (op === 'is_empty' || op === 'is_not_empty') return null;
  const options = optionsOf(field, people);
  const list = Array.isArray(value)
    ? value.map(String)
    : value === undefined
      ? []
      : [String(value)];
  if (op === 'one_of' && options) {
    return <ChoiceList options={options} chosen={list} onChange={onChange} />;
  }
  if (op === 'between') {
    const put = (at: number, text: string) =>
      onChange([0, 1].map((i) => (i === at ? text : (list[i] ?? ''))));
    return (
      <span className="flex min-w-0 items-center gap-1.5">
        <One field={field} value={list[0] ?? ''} onChange={(text) => put(0, text)} />
        <span className="text-muted text-sm">and</span>
        <One field={field} value={list[1] ?? ''} onChange={(text) => put(1, text)} />
      </span>
    );
  }
  if (options && options.length > 8) {
    return (
      <Combobox
        aria-label="Value"
        options={options}
        {...(list[0] && { value: list[0] })}
        onValueChange={(next) => onChange(next ?? '')}
      />
    );
  }
  if (options) {
    return (
      <Select aria-label="Value" options={options} value={list[0] ?? ''} onValueChange={onChange} />
    );
  }
  return (
    <One
      field={field}
      value={list.join(', ')}
      onChange={(text) =>
        onChange(op === 'one_of' ? text.split(',').map((one) => one.trimStart()) : text)
      }
    />
  );
}

function One({
  field,
  value,
  onChange,
}: {
  field: Field;
  value: string;
  onChange: (text: string) => void;
}) {
  const common = {
    'aria-label': 'Value',
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (field.type === 'date') return <DateInput {...common} />;
  return (
    <Input
      {...common}
      placeholder="Value"
      inputMode={field.type === 'number' ? 'decimal' : 'text'}
      className="min-w-24"
    />
  );
}

function optionsOf(field: Field, people: readonly PersonName[]) {
  if (field.type === 'boolean') {
    return [
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ];
  }
  if (field.type === 'person') return people.map(({ id, name }) => ({ value: id, label: name }));
  if (field.type !== 'select') return null;
  return (field.options.choices ?? []).map(({ id, name }) => ({ value: id ?? name, label: name }));
}
