'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { cancelDeletion, postponeDeletion } from '../../deletions/actions';

interface Props {
  id: string;
  name: string;
}

/** What staff can do about a tenant that asked to go. */
export function DeletionSection({ id, name }: Props) {
  const t = useWording('console');
  const [days, setDays] = useState('14');
  return (
    <FormSection
      title={t('Deletion')}
      description={t('Its admins asked for it and can cancel it themselves until the end.')}
    >
      <div className="flex flex-wrap gap-2">
        <ReasonDialog
          trigger={<Button variant="primary">{t('Cancel deletion')}</Button>}
          title={t('Keep {name}?', { name })}
          description={t(
            'Everything stays as it is. Its admins read your reason in their audit trail.',
          )}
          action={t('Cancel deletion')}
          done={t('{name} stays', { name })}
          help={t('Read by the tenant’s admins and in the staff audit.')}
          confirm={(reason) => cancelDeletion({ id, reason })}
        />
        <ReasonDialog
          trigger={<Button>{t('Postpone')}</Button>}
          title={t('Put the end of {name} off?', { name })}
          description={t('It goes on until then. Its admins see the new day.')}
          action={t('Postpone')}
          done={t('Deletion put off')}
          help={t('Read by the tenant’s admins and in the staff audit.')}
          confirm={(reason) => postponeDeletion({ id, days: Number(days), reason })}
        >
          <Field label={t('Days later')}>
            <Input
              type="number"
              min={1}
              max={90}
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          </Field>
        </ReasonDialog>
      </div>
    </FormSection>
  );
}
