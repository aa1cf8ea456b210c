'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { ActionResult } from '@/lib/doors/action';
import { useWording } from '@/lib/language/wording-provider';
import { ShownOnce } from './shown-once';

type Rotate = (input: {
  id: string;
  overlapHours: number;
}) => Promise<ActionResult<{ token: string }>>;

interface Props {
  token: { id: string; name: string };
  rotate: Rotate;
  onMade: () => void;
}

const overlaps = [
  { value: '0', label: 'Not at all: it is refused at once' },
  { value: '1', label: 'One hour' },
  { value: '24', label: 'One day' },
  { value: '168', label: 'One week' },
];

/** Replaces a token by a new one, the old one working a while longer. */
export function RotateToken({ token, rotate, onMade }: Props) {
  const t = useWording('shared');
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<string>();
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) setMade(undefined);
  };
  const done = (secret: string) => {
    setMade(secret);
    onMade();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button size="small">{t('Rotate')}</Button>}
      title={made ? t('Copy the token now') : t('Rotate token {name}?', { name: token.name })}
      description={
        made
          ? undefined
          : t('A new token takes its place, with the same permissions and for as long.')
      }
    >
      {made ? (
        <ShownOnce token={made} />
      ) : (
        <RotateForm id={token.id} rotate={rotate} onMade={done} />
      )}
    </Dialog>
  );
}

interface FormProps {
  id: string;
  rotate: Rotate;
  onMade: (token: string) => void;
}

function RotateForm({ id, rotate, onMade }: FormProps) {
  const t = useWording('shared');
  const [overlap, setOverlap] = useState('24');
  const { submit, pending, error, fields } = useSubmit(rotate, ({ token }) => onMade(token));
  return (
    <Form className="grid gap-5 pb-2" onSend={() => submit({ id, overlapHours: Number(overlap) })}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field
        label={t('The old token still works for')}
        help={t('Time to put the new one where the old one is used.')}
        error={fields.overlapHours}
      >
        <Select options={t.labelled(overlaps)} value={overlap} onValueChange={setOverlap} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {t('Rotate token')}
        </Button>
      </div>
    </Form>
  );
}
