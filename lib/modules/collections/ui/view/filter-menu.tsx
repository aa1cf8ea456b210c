'use client';

import { ListFilter, Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import type { Field } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import { takesList, takesNothing } from '../../view/operators';
import type { Filter } from '../../view/shapes';
import type { PageView } from '../../view/url';
import type { PersonName } from '../grid/columns';
import { FieldIcon } from '../grid/field-icon';
import { FilterValue } from './filter-value';
import { operatorWord } from './operator-words';
import type { ChangeView } from './use-view';

interface Props {
  fields: readonly Field[];
  people: readonly PersonName[];
  view: PageView;
  change: ChangeView;
}

const matches = [
  { value: 'all', label: 'All apply' },
  { value: 'any', label: 'Any applies' },
];

/** The conditions of a view, one a line. */
export function FilterMenu({ fields, people, view, change }: Props) {
  const { filters } = view;
  const set = (next: Filter[]) => change({ filters: next }, 'replace');
  const put = (at: number, filter: Filter) => set(filters.with(at, filter));
  const [first] = fields;
  const add = () => first && set([...filters, blank(first)]);
  return (
    <Popover
      label="Filters"
      className="w-[min(40rem,calc(100vw-1rem))]"
      trigger={
        <Button variant={filters.length > 0 ? 'secondary' : 'ghost'}>
          <ListFilter aria-hidden />
          {filters.length > 0 ? `Filtered by ${filters.length}` : 'Filter'}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {filters.length === 0 ? (
          <p className="text-muted text-sm">Show only the records that meet conditions you set.</p>
        ) : null}
        {filters.length > 1 ? (
          <SegmentedControl
            label="How conditions combine"
            segments={matches}
            value={view.match}
            onValueChange={(match) => change({ match: match as PageView['match'] }, 'replace')}
          />
        ) : null}
        {filters.map((filter, index) => (
          <FilterLine
            // biome-ignore lint/suspicious/noArrayIndexKey: filters have no identity but their place
            key={index}
            {...{ fields, people, filter }}
            onChange={(next) => put(index, next)}
            onRemove={() => set(filters.filter((_, at) => at !== index))}
          />
        ))}
        <div className="flex justify-between">
          <Button size="small" variant="ghost" onClick={add} disabled={filters.length >= 20}>
            <Plus aria-hidden />
            Add condition
          </Button>
          {filters.length > 0 ? (
            <Button size="small" variant="ghost" onClick={() => set([])}>
              Clear all
            </Button>
          ) : null}
        </div>
      </div>
    </Popover>
  );
}

interface LineProps {
  fields: readonly Field[];
  people: readonly PersonName[];
  filter: Filter;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

function FilterLine({ fields, people, filter, onChange, onRemove }: LineProps) {
  const field = fields.find(({ key }) => key === filter.field);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Select
        aria-label="Field"
        className="w-40"
        options={fields.map(({ key, name, type }) => ({
          value: key,
          label: name,
          icon: <FieldIcon type={type} />,
        }))}
        value={filter.field}
        onValueChange={(key) => {
          const next = fields.find((one) => one.key === key);
          if (next) onChange(blank(next));
        }}
      />
      {field ? (
        <>
          <Select
            aria-label="Condition"
            className="w-40"
            options={ruleOf(field.type).operators.map((op) => ({
              value: op,
              label: operatorWord(field.type, op),
            }))}
            value={filter.op}
            onValueChange={(op) => onChange(withOperator(filter, op as Filter['op']))}
          />
          <div className="min-w-32 flex-1">
            <FilterValue
              {...{ field, filter, people }}
              onChange={(value) => onChange({ ...filter, value })}
            />
          </div>
        </>
      ) : (
        <p className="flex-1 text-danger-text text-sm">This field does not exist any more.</p>
      )}
      <IconButton icon={X} size="small" label="Remove condition" onClick={onRemove} />
    </div>
  );
}

const blank = ({ key, type }: Field): Filter => ({
  field: key,
  op: ruleOf(type).operators[0] ?? 'is_not_empty',
  value: '',
});

/** Keeps the value when the new operator takes one of the same kind. */
function withOperator({ field, value }: Filter, op: Filter['op']): Filter {
  if (takesNothing(op)) return { field, op };
  const list = takesList(op);
  const one = Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
  return { field, op, value: list ? (one === '' ? [] : [one]) : one };
}
