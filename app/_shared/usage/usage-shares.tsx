'use client';

import { useState } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import type { MeterView } from '@/lib/billing/usage/shapes';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { amountWords } from './meter-words';

type By = 'byMember' | 'byToken' | 'byModule';

const titles: Record<By, { title: Plain<'plans'>; gone: Plain<'plans'> }> = {
  byMember: { title: 'Members', gone: 'Somebody who left' },
  byToken: { title: 'Tokens', gone: 'A token that is gone' },
  byModule: { title: 'Modules', gone: 'Other' },
};

/** Who and what used most of a meter this month, in hours that are sealed. */
export function UsageShares({ view }: { view: MeterView }) {
  const t = useWording('plans');
  const known = (Object.keys(titles) as By[]).filter((by) => view[by].length > 0);
  const [chosen, choose] = useState(known[0]);
  if (!chosen) return null;
  return (
    <div className="flex flex-col gap-3">
      <SegmentedControl
        label={t('Used by')}
        value={chosen}
        onValueChange={(by) => choose(by as By)}
        segments={known.map((by) => ({ value: by, label: t(titles[by].title) }))}
      />
      <Table aria-label={t(titles[chosen].title)}>
        <TableHead>
          <tr>
            <TableHeader>{t('Used by')}</TableHeader>
            <TableHeader numeric>{t('This month')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {view[chosen].map(({ id, name, quantity }) => (
            <TableRow key={id}>
              <TableCell>{t.said(name ?? titles[chosen].gone)}</TableCell>
              <TableCell numeric>{amountWords(t, view.meter, quantity)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
