'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';
import { giveUpOpening, retryOpening } from './actions';

/** What staff can do while the tenant is not open. */
export function StaffActs({ opening }: { opening: OpeningFacts }) {
  const t = useWording('console');
  const { tenantId: id, state, name, slugLost } = opening;
  const [slug, setSlug] = useState(opening.slug);
  if (state === 'open' || state === 'leaving' || state === 'given_up') return null;
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'failed' || state === 'retrying' ? (
        <ReasonDialog
          trigger={<Button variant="primary">{t('Try again now')}</Button>}
          title={t('Try again to open {name}?', { name })}
          description={t('It goes on where it stopped.')}
          action={t('Try again')}
          done={t('Begun again')}
          confirm={(reason) => retryOpening({ id, reason, ...(slugLost && { slug }) })}
        >
          {slugLost ? (
            <Field label={t('Another address')}>
              <Input
                value={slug}
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setSlug(event.target.value.toLowerCase())}
              />
            </Field>
          ) : null}
        </ReasonDialog>
      ) : null}
      <ReasonDialog
        danger
        trigger={<Button variant="danger-quiet">{t('Give up')}</Button>}
        title={t('Give up opening {name}?', { name })}
        description={t('What was built is taken down, and the address is free again.')}
        action={t('Give up')}
        done={t('Being taken down')}
        confirm={(reason) => giveUpOpening({ id, reason })}
      />
    </div>
  );
}
