'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { copy as copyFrom, type RestoreFrom } from './restore-from';

interface Props {
  from: RestoreFrom;
  takenAt: string;
  slug: string;
  onClose: () => void;
}

/** Asks for a workspace of its own that holds what was there then. */
export function CopyDialog({ from, takenAt, slug, onClose }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [copy, setCopy] = useState({
    name: t('Copy of {takenAt}', { takenAt }),
    slug: `${slug}-copy`,
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const confirm = async () => {
    const outcome = await copyFrom(from, copy);
    if (!outcome.ok) {
      const { fields, message } = outcome.error;
      setErrors(fields);
      // What is wrong with the name or the address stands below it.
      return { error: fields.at ?? (fields.name || fields.slug ? '' : message) };
    }
    notify.done(t('Copy asked for'));
    router.refresh();
  };
  return (
    <AlertDialog
      open
      danger={false}
      onOpenChange={onClose}
      title={t('Open a copy beside this workspace?')}
      description={t(
        'It holds everything as it was at {takenAt}. You become its admin; nobody else is let in.',
        { takenAt },
      )}
      action={t('Open a copy')}
      onConfirm={confirm}
    >
      <Field label={t('Name')} error={errors.name}>
        <Input
          value={copy.name}
          maxLength={60}
          onChange={(event) => setCopy({ ...copy, name: event.target.value })}
        />
      </Field>
      <Field label={t('Address')} help={t('Letters a-z, digits and hyphens')} error={errors.slug}>
        <Input
          value={copy.slug}
          maxLength={40}
          onChange={(event) => setCopy({ ...copy, slug: event.target.value })}
        />
      </Field>
    </AlertDialog>
  );
}
