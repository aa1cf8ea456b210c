'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { ReasonField } from '../people/reason-field';
import { deleteRole } from './actions';
import { ImpactNote } from './impact-note';
import { useImpact } from './use-impact';

interface Props {
  role: { id: string; name: string };
  /** Roles that its people may have instead. */
  others: { id: string; name: string }[];
}

/** Deletes a role once its people have another. */
export function DeleteRole({ role, others }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [replacementId, setReplacement] = useState('');
  const [reason, setReason] = useState('');
  const impact = useImpact(open && replacementId ? { id: role.id, replacementId } : null);
  const confirm = async () => {
    if (!replacementId) return { error: t('Choose what its people have instead.') };
    const outcome = await deleteRole({ id: role.id, replacementId, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(t('Role {name} deleted', { name: role.name }));
    router.push('/settings/roles');
  };
  return (
    <FormSection
      danger
      title={t('Delete this role')}
      description={t(
        'Its people, open invitations and a second factor asked of it pass to another role.',
      )}
    >
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button variant="danger" className="self-start">
            {t('Delete role')}
          </Button>
        }
        title={t('Delete the role {name}?', { name: role.name })}
        description={t(
          'This cannot be undone. Rules of collections that name it hold for nobody any more.',
        )}
        action={t('Delete role')}
        onConfirm={confirm}
      >
        <Field label={t('Its people have instead')}>
          <Select
            value={replacementId}
            onValueChange={setReplacement}
            options={others.map(({ id, name }) => ({ value: id, label: t.said(name) }))}
          />
        </Field>
        {impact ? <ImpactNote impact={impact} /> : null}
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder={t('Nobody works like this any more')}
        />
      </AlertDialog>
    </FormSection>
  );
}
