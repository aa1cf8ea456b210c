'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { type Deed, deeds, type RoleRule } from '../../rules/shapes';
import { type RuleLine, reachesFor, reachWords, withReach } from './rules-draft';

interface Props {
  lines: readonly RuleLine[];
  onChange: (key: string | null, rule: RoleRule) => void;
}

const titles: Record<Deed, Plain<'collections'>> = {
  see: 'See',
  change: 'Change',
  remove: 'Delete',
};

/** Roles beside how far each deed is open to them. */
export function ReachTable({ lines, onChange }: Props) {
  const t = useWording('collections');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader pinned>{t('Role')}</TableHeader>
          {deeds.map((deed) => (
            <TableHeader key={deed}>{t(titles[deed])}</TableHeader>
          ))}
          <TableHeader>{t('Add')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {lines.map(({ key, name, rule }) => (
          <TableRow key={key ?? ''}>
            <TableCell pinned>{t.said(name)}</TableCell>
            {deeds.map((deed) => (
              <TableCell key={deed}>
                <Select
                  className="min-w-40"
                  aria-label={`${t(titles[deed])}, ${t.said(name)}`}
                  options={reachesFor(deed, rule).map((reach) => ({
                    value: reach,
                    label: t(reachWords[reach]),
                  }))}
                  value={rule[deed]}
                  onValueChange={(reach) =>
                    onChange(key, withReach(rule, deed, reach as RoleRule['see']))
                  }
                />
              </TableCell>
            ))}
            <TableCell>
              <Checkbox
                aria-label={`${t('Add records')}, ${t.said(name)}`}
                checked={rule.create}
                onCheckedChange={(create) => onChange(key, { ...rule, create: create === true })}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
