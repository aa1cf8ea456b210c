'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { limitSeats } from '../actions';

interface Props {
  id: string;
  name: string;
  members: number;
  limit: number | null;
}

/** Says how many members a tenant may have. */
export function SeatsDialog({ id, name, members, limit }: Props) {
  const t = useWording('console');
  const [typed, setTyped] = useState(limit === null ? '' : String(limit));
  const seats = typed.trim() === '' ? null : Number(typed);
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('Change seats')}</Button>}
      title={t('How many people may {name} have?', { name })}
      description={t(
        'Everybody on its list has a seat, guests and suspended people too. It counts from the next who wants in.',
      )}
      action={t('Change seats')}
      done={t('Seats changed')}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => limitSeats({ id, seats, reason })}
    >
      <Field label={t('Seats')} help={t('Leave it empty for no limit.')}>
        <Input
          inputMode="numeric"
          value={typed}
          maxLength={9}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {seats !== null && seats < members ? (
        <Banner tone="warning">
          {t('There are {members} by now. All of them stay; nobody else gets in.', { members })}
        </Banner>
      ) : null}
    </ReasonDialog>
  );
}
