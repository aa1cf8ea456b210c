'use client';

import { ArrowDownUp, Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import type { Field } from '../../fields/shapes';
import type { Sort } from '../../view/shapes';
import type { PageView } from '../../view/url';
import { FieldIcon } from '../grid/field-icon';
import type { ChangeView } from './use-view';

interface Props {
  fields: readonly Field[];
  view: PageView;
  change: ChangeView;
}

const maxSorts = 4;
const directions = [
  { value: 'asc', label: 'Ascending' },
  { value: 'desc', label: 'Descending' },
];

/** The order of a view: the first field decides, the next ones where it is equal. */
export function SortMenu({ fields, view, change }: Props) {
  const { sorts } = view;
  const sortable = fields.filter((field) => field.sortable);
  const free = sortable.filter(({ key }) => !sorts.some(({ field }) => field === key));
  const set = (next: Sort[]) => change({ sorts: next }, 'replace');
  const [next] = free;
  return (
    <Popover
      label="Order"
      className="w-[min(28rem,calc(100vw-1rem))]"
      trigger={
        <Button variant={sorts.length > 0 ? 'secondary' : 'ghost'}>
          <ArrowDownUp aria-hidden />
          {sorts.length > 0 ? `Sorted by ${sorts.length}` : 'Sort'}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {sorts.length === 0 ? (
          <p className="text-muted text-sm">Records stand in the order they were added.</p>
        ) : null}
        {sorts.map((sort, index) => (
          <div key={sort.field} className="flex flex-wrap items-center gap-1.5">
            <Select
              aria-label="Field"
              className="w-44"
              options={sortable
                .filter(({ key }) => key === sort.field || free.some((one) => one.key === key))
                .map(({ key, name, type }) => ({
                  value: key,
                  label: name,
                  icon: <FieldIcon type={type} />,
                }))}
              value={sort.field}
              onValueChange={(field) => set(sorts.with(index, { ...sort, field }))}
            />
            <SegmentedControl
              label="Direction"
              segments={directions}
              value={sort.direction}
              onValueChange={(direction) =>
                set(sorts.with(index, { ...sort, direction: direction as Sort['direction'] }))
              }
            />
            <IconButton
              icon={X}
              size="small"
              label="Remove sort"
              onClick={() => set(sorts.filter((_, at) => at !== index))}
            />
          </div>
        ))}
        <Button
          size="small"
          variant="ghost"
          className="self-start"
          disabled={!next || sorts.length >= maxSorts}
          onClick={() => next && set([...sorts, { field: next.key, direction: 'asc' }])}
        >
          <Plus aria-hidden />
          Add sort
        </Button>
      </div>
    </Popover>
  );
}
