'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import type { FlagHere } from '@/lib/tenancy/flags/shapes';
import { overrideFlag } from '../../flags/actions';
import { type Value, ValueField } from '../../flags/value-field';

interface Props {
  tenant: { id: string; name: string };
  flag: Pick<FlagHere, 'flag' | 'title' | 'shape'> & { published: boolean };
  /** What staff said for this tenant; null where they said nothing. */
  value: Value | null;
}

/** Says what a flag is for one tenant, or takes that back. */
export function FlagOverride({ tenant: { id, name }, flag, value }: Props) {
  const t = useWording('console');
  const [chosen, setChosen] = useState(value);
  const title = t.said(flag.title);
  return (
    <ReasonDialog
      trigger={
        <Button size="small" aria-label={t('What is {title} for {name}?', { title, name })}>
          {t('Set')}
        </Button>
      }
      title={t('What is {title} for {name}?', { title, name })}
      description={t(
        'It goes before what the tenant chose and before every rule; only the kill switch goes before it.',
      )}
      action={t('Set')}
      done={t('Set for {name}', { name })}
      help={
        flag.published
          ? t('Read by the tenant’s admins and in the staff audit.')
          : t('Stands in the staff audit.')
      }
      confirm={(reason) => overrideFlag({ id, flag: flag.flag, value: chosen, reason })}
    >
      <ValueField label={t('Value')} shape={flag.shape} value={chosen} onChange={setChosen} />
    </ReasonDialog>
  );
}
