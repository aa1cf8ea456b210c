'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { ReasonField } from '../people/reason-field';
import { offerOwnership } from './actions';

interface Props {
  /** Admins who could own it. */
  people: { id: string; name: string; email: string }[];
}

/** Offers the workspace to another admin. */
export function HandOver({ people }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [membershipId, setMember] = useState('');
  const [reason, setReason] = useState('');
  const { pending, error, fields, submit } = useSubmit(offerOwnership, () => {
    notify.done(t('Offer sent'));
    setOpen(false);
    router.refresh();
  });
  if (people.length === 0) {
    return <p className="text-muted">{t('To hand it over, make somebody else an admin first.')}</p>;
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button className="self-start">{t('Hand over')}</Button>}
      title={t('Hand this workspace over')}
      description={t('They get a mail and accept here. You stay an admin.')}
      footer={
        <>
          <DialogClose>
            <Button>{t('Cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t('Send offer')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="flex flex-col gap-5"
        onSend={() => submit({ membershipId, reason })}
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <Field label={t('To')} error={fields.membershipId && t('Choose an admin.')}>
          <Combobox
            options={people.map(({ id, name, email }) => ({
              value: id,
              label: name,
              description: email,
            }))}
            value={membershipId}
            onValueChange={(id) => setMember(id ?? '')}
          />
        </Field>
        <ReasonField
          value={reason}
          onChange={setReason}
          error={fields.reason}
          placeholder={t('Leads the school from now on')}
        />
      </Form>
    </Dialog>
  );
}
