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
import type { Field } from '../../fields/shapes';
import type { FieldLimit, RoleRule } from '../../rules/shapes';
import { FieldIcon } from '../grid/field-icon';
import { type RuleLine, withLimit } from './rules-draft';

interface Props {
  fields: readonly Field[];
  lines: readonly RuleLine[];
  onChange: (key: string | null, rule: RoleRule) => void;
}

const levels = [
  { value: 'write', label: 'Read and fill in' },
  { value: 'read', label: 'Read only' },
  { value: 'hidden', label: 'Hidden' },
];

/** Fields beside what each role may do with them. */
export function FieldTable({ fields, lines, onChange }: Props) {
  const t = useWording('collections');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader pinned>{t('Field')}</TableHeader>
          {lines.map(({ key, name }) => (
            <TableHeader key={key ?? ''}>{t.said(name)}</TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {fields.map(({ id, name, type }) => (
          <TableRow key={id}>
            <TableCell pinned>
              <span className="inline-flex items-center gap-1.5 align-middle">
                <FieldIcon type={type} />
                {name}
              </span>
            </TableCell>
            {lines.map(({ key, name: role, rule }) => (
              <TableCell key={key ?? ''}>
                <Select
                  className="min-w-36"
                  aria-label={`${name}, ${t.said(role)}`}
                  options={t.labelled(levels)}
                  value={rule.fields[id] ?? 'write'}
                  onValueChange={(level) =>
                    onChange(
                      key,
                      withLimit(rule, id, level === 'write' ? null : (level as FieldLimit)),
                    )
                  }
                />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
