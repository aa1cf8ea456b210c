'use client';

import { FolderPlus, Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { type FilterGroup, type FilterNode, isGroup } from '../../view/state';
import type { PersonName } from '../grid/columns';
import { blankFilter, FilterLine } from './filter-line';

interface Props {
  fields: readonly Field[];
  people: readonly PersonName[];
  group: FilterGroup;
  /** 0 at the top. Groups are made there; deeper ones come from links and are shown. */
  level: number;
  /** False when no more conditions are taken. */
  room: boolean;
  onChange: (group: FilterGroup) => void;
}

const matches = [
  { value: 'all', label: 'All apply' },
  { value: 'any', label: 'Any applies' },
];

const maxInGroup = 20;

/** Conditions that go together, and groups of conditions among them. */
export function FilterList(props: Props) {
  const t = useWording('collections');
  const { fields, people, group, level, room, onChange } = props;
  const { filters } = group;
  const set = (next: FilterNode[]) => onChange({ ...group, filters: next });
  const put = (at: number, node: FilterNode) => set(filters.with(at, node));
  const remove = (at: number) => set(filters.filter((_, index) => index !== at));
  const [first] = fields;
  const full = !first || !room || filters.length >= maxInGroup;
  return (
    <>
      {filters.length > 1 ? (
        <SegmentedControl
          label={
            level === 0 ? t('How conditions combine') : t('How conditions of the group combine')
          }
          segments={t.labelled(matches)}
          value={group.op}
          onValueChange={(op) => onChange({ ...group, op: op as FilterGroup['op'] })}
        />
      ) : null}
      {filters.map((node, index) =>
        isGroup(node) ? (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: filters have no identity but their place
            key={index}
            className="flex min-w-0 flex-col gap-2 rounded-panel border border-line bg-surface-hover p-2"
          >
            <legend className="sr-only">{t('Group of conditions')}</legend>
            <FilterList
              {...props}
              group={node}
              level={level + 1}
              onChange={(next) => (next.filters.length > 0 ? put(index, next) : remove(index))}
            />
          </fieldset>
        ) : (
          <FilterLine
            // biome-ignore lint/suspicious/noArrayIndexKey: filters have no identity but their place
            key={index}
            {...{ fields, people }}
            filter={node}
            onChange={(next) => put(index, next)}
            onRemove={() => remove(index)}
          />
        ),
      )}
      <div className="flex flex-wrap items-center gap-1">
        <Button
          size="small"
          variant="ghost"
          disabled={full}
          onClick={() => first && set([...filters, blankFilter(first)])}
        >
          <Plus aria-hidden />
          {t('Add condition')}
        </Button>
        {level === 0 ? (
          <Button
            size="small"
            variant="ghost"
            disabled={full}
            onClick={() =>
              first && set([...filters, { op: opposite(group), filters: [blankFilter(first)] }])
            }
          >
            <FolderPlus aria-hidden />
            {t('Add group')}
          </Button>
        ) : (
          <IconButton icon={X} size="small" label={t('Remove group')} onClick={() => set([])} />
        )}
        {level === 0 && filters.length > 0 ? (
          <Button size="small" variant="ghost" className="ml-auto" onClick={() => set([])}>
            {t('Clear all')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** A group is of use where it combines in the other way than what is around it. */
const opposite = ({ op }: FilterGroup) => (op === 'all' ? 'any' : 'all');
