'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { rotateWebhook } from '../../actions';
import { NewSecret } from '../../new-secret';

interface Props {
  id: string;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const overlaps = [
  { value: '0', label: 'Not at all' },
  { value: '1', label: 'One hour' },
  { value: '24', label: 'One day' },
  { value: '168', label: 'One week' },
];

/** Gives a webhook another secret, shown once. */
export function RotateSecret({ id, name, open, onOpenChange }: Props) {
  const t = useWording('developers');
  const router = useRouter();
  const [secret, setSecret] = useState<string>();
  const [overlap, setOverlap] = useState('24');
  const { submit, pending, error, fields } = useSubmit(rotateWebhook, (made) => {
    setSecret(made.secret);
    router.refresh();
  });
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next) setSecret(undefined);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={secret ? t('Copy the secret now') : t('Rotate the secret of {name}?', { name })}
      description={
        secret ? undefined : t('Messages carry a signature of each secret while both of them sign.')
      }
    >
      {secret ? (
        <NewSecret secret={secret} />
      ) : (
        <Form
          className="grid gap-5 pb-2"
          onSend={() => submit({ id, overlapHours: Number(overlap) })}
        >
          {error ? <Banner tone="danger">{error}</Banner> : null}
          <Field
            label={t('The old secret signs too for')}
            help={t('Time to put the new one where your receiver reads it.')}
            error={fields.overlapHours}
          >
            <Select options={t.labelled(overlaps)} value={overlap} onValueChange={setOverlap} />
          </Field>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" pending={pending}>
              {t('Rotate secret')}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
