'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { copyTenant } from '../../drills/actions';

interface Props {
  tenant: { id: string; name: string; slug: string };
  backupId: string;
  takenAt: string;
}

/** Opens a copy from a backup, for the tenant's owner. */
export function CopyBackup({ tenant, backupId, takenAt }: Props) {
  const t = useWording('console');
  const [copy, setCopy] = useState({
    name: t('Copy of {takenAt}', { takenAt }).slice(0, 60),
    slug: `${tenant.slug}-copy`.slice(0, 40),
  });
  return (
    <ReasonDialog
      trigger={
        <Button size="small" variant="ghost" aria-label={t('Copy from {takenAt}', { takenAt })}>
          {t('Open a copy')}
        </Button>
      }
      title={t('Open a copy beside {name}?', { name: tenant.name })}
      description={t(
        'It holds everything as it was at {takenAt}. Its owner becomes the copy’s admin; nobody else is let in.',
        { takenAt },
      )}
      action={t('Open a copy')}
      done={t('Copy asked for')}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => copyTenant({ id: tenant.id, backupId, ...copy, reason })}
    >
      <Field label={t('Name')}>
        <Input
          value={copy.name}
          maxLength={60}
          onChange={(event) => setCopy({ ...copy, name: event.target.value })}
        />
      </Field>
      <Field label={t('Address')} help={t('Letters a-z, digits and hyphens')}>
        <Input
          value={copy.slug}
          maxLength={40}
          onChange={(event) => setCopy({ ...copy, slug: event.target.value })}
        />
      </Field>
    </ReasonDialog>
  );
}
