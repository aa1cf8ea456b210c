'use client';

import { Select } from '@/components/ui/select';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import { isComputed } from '../../fields/computed';
import type { FieldType } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import type { Draft, Import } from '../../imports/shapes';
import { typeOptions } from '../fields/type-options';
import { FieldIcon } from '../grid/field-icon';
import type { ImportTarget } from './import-target';

type Column = Import['columns'][number];

interface Props {
  draft: Draft;
  target: ImportTarget;
  columns: readonly Column[];
  onChange: (columns: Column[]) => void;
}

const canImport = (type: FieldType) => !ruleOf(type).readOnly && ruleOf(type).names !== 'files';

// A type that cannot do without options is made as a field first.
const types = typeOptions
  .filter(({ value }) => canImport(value) && !ruleOf(value).checkOptions?.({}))
  .map(({ value, label, icon }) => ({ value, label, icon }));

/** One line for each column of the file: what it holds, where it goes. */
export function MappingTable({ draft, target, columns, onChange }: Props) {
  const t = useWording('collections');
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableHeader>{t('Column in the file')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Values')}</TableHeader>
          <TableHeader>{t('Goes to')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Type')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place in the file
          <TableRow key={index}>
            <TableCell className="max-w-32 font-medium sm:max-w-80">{column.name}</TableCell>
            <TableCell className="hidden text-muted sm:table-cell">
              {samplesOf(draft, index)}
            </TableCell>
            <TableCell className="py-1">
              <TargetSelect
                {...{ column, columns, target }}
                type={draft.types[index] ?? 'text'}
                onPick={(next) => onChange(columns.with(index, { ...column, target: next }))}
              />
              <div className="mt-1 sm:hidden">
                <TypeCell
                  {...{ column, target }}
                  onPick={(next) => onChange(columns.with(index, { ...column, target: next }))}
                />
              </div>
            </TableCell>
            <TableCell className="hidden py-1 sm:table-cell">
              <TypeCell
                {...{ column, target }}
                onPick={(next) => onChange(columns.with(index, { ...column, target: next }))}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface TargetProps {
  column: Column;
  columns: readonly Column[];
  target: ImportTarget;
  type: FieldType;
  onPick: (target: Column['target']) => void;
}

function TargetSelect({ column, columns, target, type, onPick }: TargetProps) {
  const t = useWording('collections');
  const taken = new Set(
    columns.flatMap((one) =>
      one !== column && one.target.kind === 'field' ? [one.target.fieldId] : [],
    ),
  );
  const options = [
    { value: 'skip', label: t('Leave out') },
    ...(target.design
      ? [{ value: 'new', label: t('New field “{name}”', { name: column.name.slice(0, 40) }) }]
      : []),
    ...target.fields
      .filter((field) => canImport(field.type) && !isComputed(field))
      .map(({ id, name, type: kind }) => ({
        value: id,
        label: name,
        icon: <FieldIcon type={kind} />,
        disabled: taken.has(id),
      })),
  ];
  const { target: now } = column;
  return (
    <Select
      aria-label={t('Where {name} goes', { name: column.name })}
      className="w-44 sm:w-56"
      options={options}
      value={now.kind === 'field' ? now.fieldId : now.kind}
      onValueChange={(value) => {
        if (value === 'skip') onPick({ kind: 'skip' });
        else if (value === 'new') onPick({ kind: 'new', name: column.name.slice(0, 80), type });
        else onPick({ kind: 'field', fieldId: value });
      }}
    />
  );
}

function TypeCell({
  column,
  target,
  onPick,
}: {
  column: Column;
  target: ImportTarget;
  onPick: (target: Column['target']) => void;
}) {
  const t = useWording('collections');
  const { target: now } = column;
  if (now.kind === 'skip') return null;
  if (now.kind === 'field') {
    const field = target.fields.find(({ id }) => id === now.fieldId);
    return field ? (
      <span className="flex items-center gap-2 text-muted">
        <FieldIcon type={field.type} />
        {t.said(ruleOf(field.type).name)}
      </span>
    ) : null;
  }
  return (
    <Select
      aria-label={t('Type of {name}', { name: column.name })}
      className="w-44 sm:w-40"
      options={t.labelled(types)}
      value={now.type}
      onValueChange={(type) => onPick({ ...now, type: type as FieldType })}
    />
  );
}

const samplesOf = (draft: Draft, index: number) =>
  draft.sample
    .map(({ cells }) => cells[index] ?? '')
    .filter((text) => text.trim())
    .slice(0, 3)
    .join(', ');
