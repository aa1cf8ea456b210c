'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomField } from '../shapes';
import type { FieldActs } from './acts';
import { type Draft, FieldBasics } from './field-basics';
import { FieldReach } from './field-reach';
import type { ReachChoices } from './words';

interface Props {
  /** Left out for a new one. */
  field?: CustomField;
  acts: FieldActs;
  reaches: ReachChoices;
  onClose: () => void;
}

const blank: Draft = {
  ...{ name: '', help: '', type: 'text', choices: [], required: false },
  ...{ seenBy: 'managers', changedBy: 'managers' },
};

export function FieldDialog({ field, acts, reaches, onClose }: Props) {
  const t = useWording('customFields');
  const router = useRouter();
  const form = useId();
  const [draft, setDraft] = useState<Draft>(field ?? blank);
  const { name, help, type, choices, required, seenBy, changedBy } = draft;
  const said = { name, help, choices, required, seenBy, changedBy };
  const act = () =>
    field ? acts.change({ ...said, id: field.id }) : acts.create({ ...said, type });
  const { pending, error, fields, submit } = useSubmit(act, (saved) => {
    notify.done(
      field
        ? t('Field {name} changed', { name: saved.name })
        : t('Field {name} added', { name: saved.name }),
    );
    onClose();
    router.refresh();
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={field ? t('Change {name}', { name: field.name }) : t('New field')}
      footer={
        <>
          <DialogClose>
            <Button>{t('Cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {field ? t('Save field') : t('Add field')}
          </Button>
        </>
      }
    >
      <Form id={form} className="flex flex-col gap-5" onSend={() => submit(undefined)}>
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <FieldBasics draft={draft} fixed={Boolean(field)} errors={fields} onChange={setDraft} />
        <FieldReach draft={draft} reaches={reaches} errors={fields} onChange={setDraft} />
      </Form>
    </Dialog>
  );
}
