'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { endRunningJoin } from '../actions';

interface Props {
  tenant: { id: string; name: string };
  /** Who has not come over. */
  left: number;
}

/** Ends the time in which people come over where its owner does not. */
export function EndRunningJoin({ tenant: { id, name: own }, left }: Props) {
  const t = useWording('console');
  const [name, setName] = useState('');
  return (
    <ReasonDialog
      danger
      trigger={<Button size="small">{t('End coming over')}</Button>}
      title={t('End coming over at {name}?', { name: own })}
      description={t(
        '{count, plural, =0 {Everybody is there.} one {# person who has not come over stays on its list without access, for good.} other {# people who have not come over stay on its list without access, for good.}} What proved the former accounts is destroyed where no other tenant uses it.',
        { count: left },
      )}
      action={t('End coming over')}
      done={t('Coming over has ended')}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => endRunningJoin({ id, name, reason })}
    >
      <Field label={t('Type {name} to confirm', { name: own })}>
        <Input value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
    </ReasonDialog>
  );
}
