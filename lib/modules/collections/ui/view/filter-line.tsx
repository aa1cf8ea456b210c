'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { viewingOf } from '../../fields/types/viewing';
import { takesList, takesNothing } from '../../view/operators';
import type { Filter } from '../../view/state';
import type { PersonName } from '../grid/columns';
import { FieldIcon } from '../grid/field-icon';
import { FilterValue } from './filter-value';
import { operatorWord } from './operator-words';

interface Props {
  fields: readonly Field[];
  people: readonly PersonName[];
  filter: Filter;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

/** One condition: field, operator, value. */
export function FilterLine({ fields, people, filter, onChange, onRemove }: Props) {
  const t = useWording('collections');
  const field = fields.find(({ key }) => key === filter.field);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Select
        aria-label={t('Field')}
        className="w-40"
        options={fields.filter(canFilter).map(({ key, name, type }) => ({
          value: key,
          label: name,
          icon: <FieldIcon type={type} />,
        }))}
        value={filter.field}
        onValueChange={(key) => {
          const next = fields.find((one) => one.key === key);
          if (next) onChange(blankFilter(next));
        }}
      />
      {field ? (
        <>
          <Select
            aria-label={t('Condition')}
            className="w-40"
            options={viewingOf(field.type).operators.map((op) => ({
              value: op,
              label: t.said(operatorWord(field.type, op)),
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
        <p className="flex-1 text-danger-text text-sm">
          {t('This field does not exist any more.')}
        </p>
      )}
      <IconButton icon={X} size="small" label={t('Remove condition')} onClick={onRemove} />
    </div>
  );
}

const canFilter = ({ type }: Field) => viewingOf(type).operators.length > 0;

/** A condition on a field that still lacks its value. */
export const blankFilter = ({ key, type }: Field): Filter => ({
  field: key,
  op: viewingOf(type).operators[0] ?? 'is_not_empty',
  value: '',
});

/** Keeps the value when the new operator takes one of the same kind. */
function withOperator({ field, value }: Filter, op: Filter['op']): Filter {
  if (takesNothing(op)) return { field, op };
  const list = takesList(op);
  const one = Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
  return { field, op, value: list ? (one === '' ? [] : [one]) : one };
}
