'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { renamePasskey } from '@/lib/identity/passkeys/actions';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  passkey: { id: string; name: string };
  onDone: () => void;
}

export function RenamePasskey({ passkey, onDone }: Props) {
  const t = useWording('member');
  const [open, setOpen] = useState(false);
  const { submit, pending, error, fields } = useSubmit(renamePasskey, () => {
    setOpen(false);
    onDone();
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="small"
      trigger={<Button size="small">{t('Rename')}</Button>}
      title={t('Rename {name}', { name: passkey.name })}
    >
      <Form
        className="grid gap-4 pb-2"
        onSend={(typed) => submit({ passkeyId: passkey.id, name: String(typed.get('name')) })}
      >
        <Field label={t('Name')} error={fields.name ?? error}>
          <Input name="name" defaultValue={passkey.name} maxLength={60} autoFocus />
        </Field>
        <Button type="submit" variant="primary" wide pending={pending}>
          {t('Rename')}
        </Button>
      </Form>
    </Dialog>
  );
}
