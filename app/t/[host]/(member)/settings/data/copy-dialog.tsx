'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { copy as copyFrom, type RestoreFrom } from './restore-from';

interface Props {
  from: RestoreFrom;
  takenAt: string;
  slug: string;
  onClose: () => void;
}

/** Asks for a workspace of its own that holds what was there then. */
export function CopyDialog({ from, takenAt, slug, onClose }: Props) {
  const router = useRouter();
  const [copy, setCopy] = useState({ name: `Copy of ${takenAt}`, slug: `${slug}-copy` });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const confirm = async () => {
    const outcome = await copyFrom(from, copy);
    if (!outcome.ok) {
      setErrors(outcome.error.fields);
      return { error: outcome.error.fields.at ?? outcome.error.message };
    }
    notify.done('Copy asked for');
    router.refresh();
  };
  return (
    <AlertDialog
      open
      danger={false}
      onOpenChange={onClose}
      title="Open a copy beside this workspace?"
      description={`It holds everything as it was at ${takenAt}. You become its admin; nobody else is let in.`}
      action="Open a copy"
      onConfirm={confirm}
    >
      <Field label="Name" error={errors.name}>
        <Input
          value={copy.name}
          maxLength={60}
          onChange={(event) => setCopy({ ...copy, name: event.target.value })}
        />
      </Field>
      <Field label="Address" help="Letters a-z, digits and hyphens" error={errors.slug}>
        <Input
          value={copy.slug}
          maxLength={40}
          onChange={(event) => setCopy({ ...copy, slug: event.target.value })}
        />
      </Field>
    </AlertDialog>
  );
}
