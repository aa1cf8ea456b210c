'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { Select } from '@/components/ui/select';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { type ChoiceColor, choiceColors } from '../../fields/colors';
import type { Field } from '../../fields/shapes';
import { maxTints, type PageView, type Tint } from '../../view/state';
import type { PersonName } from '../grid/columns';
import { FieldIcon } from '../grid/field-icon';
import { blankFilter, FilterLine } from './filter-line';
import type { ChangeView } from './use-view';

interface Props {
  fields: readonly Field[];
  people: readonly PersonName[];
  view: PageView;
  change: ChangeView;
}

/** One colour a line, the first that applies above; and a way to take those of a field's options. */
export function TintList({ fields, people, view, change }: Props) {
  const t = useWording('collections');
  const { tints } = view;
  const set = (next: Tint[]) => change({ tints: next.slice(0, maxTints) }, 'replace');
  const [first] = fields;
  const picked = fields.filter(({ type, options }) => type === 'select' && options.choices?.length);
  return (
    <div className="flex flex-col gap-2">
      {tints.length === 0 ? (
        <p className="text-muted text-sm">
          {t('Records that meet a condition show its colour. The first that applies decides.')}
        </p>
      ) : null}
      {tints.map((tint, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: colours have no identity but their place
          key={index}
          className="flex items-start gap-1.5"
        >
          <span
            aria-hidden
            data-color={tint.color}
            className="tint h-control w-1.5 shrink-0 rounded-full"
          />
          <Select
            aria-label={t('Colour')}
            className="w-28 shrink-0"
            value={tint.color}
            options={choiceColors.map((value) => ({
              value,
              label: t(colorNames[value]),
              icon: <span data-color={value} className="tint size-3 rounded-full" />,
            }))}
            onValueChange={(color) =>
              set(tints.with(index, { ...tint, color: color as ChoiceColor }))
            }
          />
          <div className="min-w-0 flex-1">
            <FilterLine
              {...{ fields, people }}
              filter={tint.filter}
              onChange={(filter) => set(tints.with(index, { ...tint, filter }))}
              onRemove={() => set(tints.toSpliced(index, 1))}
            />
          </div>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-1">
        <Button
          size="small"
          variant="ghost"
          disabled={!first || tints.length >= maxTints}
          onClick={() =>
            first && set([...tints, { color: freeColor(tints), filter: blankFilter(first) }])
          }
        >
          <Plus aria-hidden />
          {t('Add a colour')}
        </Button>
        {picked.length > 0 ? (
          <DropdownMenu
            align="start"
            trigger={
              <Button size="small" variant="ghost">
                {t('By the options of a field')}
              </Button>
            }
          >
            <MenuLabel>{t('Takes the place of these colours')}</MenuLabel>
            {picked.map((field) => (
              <MenuItem key={field.key} onSelect={() => set(byOptions(field))}>
                <FieldIcon type={field.type} />
                {field.name}
              </MenuItem>
            ))}
          </DropdownMenu>
        ) : null}
        {tints.length > 0 ? (
          <Button size="small" variant="ghost" className="ml-auto" onClick={() => set([])}>
            {t('Clear all')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

const freeColor = (tints: readonly Tint[]): ChoiceColor =>
  choiceColors.slice(1).find((color) => tints.every((tint) => tint.color !== color)) ?? 'gray';

const byOptions = ({ key, options }: Field): Tint[] =>
  (options.choices ?? []).map(({ id, color }) => ({
    color: color ?? 'gray',
    filter: { field: key, op: 'equals', value: id },
  }));

const colorNames: Record<ChoiceColor, Plain<'collections'>> = {
  gray: 'Gray',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  purple: 'Purple',
  pink: 'Pink',
};
