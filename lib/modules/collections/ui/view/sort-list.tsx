'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { PageView, Sort } from '../../view/state';
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

/** The fields that decide the order, one a line, the first above. */
export function SortList({ fields, view, change }: Props) {
  const t = useWording('collections');
  const { sorts } = view;
  const sortable = fields.filter((field) => field.sortable);
  const free = sortable.filter(({ key }) => !sorts.some(({ field }) => field === key));
  const set = (next: Sort[]) => change({ sorts: next }, 'replace');
  const [next] = free;
  return (
    <div className="flex flex-col gap-2">
      {sorts.length === 0 ? (
        <p className="text-muted text-sm">{t('Records stand in the order they were added.')}</p>
      ) : null}
      {sorts.map((sort, index) => (
        <div key={sort.field} className="flex flex-wrap items-center gap-1.5">
          <Select
            aria-label={t('Field')}
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
            label={t('Direction')}
            segments={t.labelled(directions)}
            value={sort.direction}
            onValueChange={(direction) =>
              set(sorts.with(index, { ...sort, direction: direction as Sort['direction'] }))
            }
          />
          <IconButton
            icon={ArrowUp}
            size="small"
            label={t('Decide earlier')}
            disabled={index === 0}
            onClick={() => set(swapped(sorts, index, index - 1))}
          />
          <IconButton
            icon={ArrowDown}
            size="small"
            label={t('Decide later')}
            disabled={index === sorts.length - 1}
            onClick={() => set(swapped(sorts, index, index + 1))}
          />
          <IconButton
            icon={X}
            size="small"
            label={t('Remove sort')}
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
        {t('Add sort')}
      </Button>
    </div>
  );
}

function swapped(sorts: readonly Sort[], at: number, other: number): Sort[] {
  const [one, two] = [sorts[at], sorts[other]];
  return one && two ? sorts.with(at, two).with(other, one) : [...sorts];
}
