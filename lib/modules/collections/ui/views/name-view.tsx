'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { useWording } from '@/lib/language/wording-provider';
import type { ApiAnswer, ApiError } from '../data/api';

interface Props {
  title: string;
  act: string;
  name?: string;
  /** Asks who has the view; left out when that stays as it is. */
  choice?: { canShare: boolean } | undefined;
  onSubmit: (name: string, shared: boolean) => Promise<ApiAnswer<unknown>>;
  onClose: () => void;
}

/** Asks for the name of a view, and for whom it is. */
export function NameView({ title, act, name: given = '', choice, onSubmit, onClose }: Props) {
  const t = useWording('collections');
  const [name, setName] = useState(given);
  const [shared, setShared] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async () => {
    if (pending) return;
    setPending(true);
    const answer = await onSubmit(name, shared);
    setPending(false);
    if (answer.ok) onClose();
    else setError(answer.error);
  };
  const general = error && !error.fields.name ? error.message : null;
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button type="submit" form="name-view" variant="primary" pending={pending}>
            {act}
          </Button>
        </>
      }
    >
      <form
        id="name-view"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {general ? <Banner tone="danger">{general}</Banner> : null}
        <Field label={t('Name')} error={error?.fields.name}>
          <Input
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={60}
            required
            autoFocus
          />
        </Field>
        {choice?.canShare ? (
          <RadioGroup
            aria-label={t('Who has this view')}
            value={shared ? 'everybody' : 'me'}
            onValueChange={(value) => setShared(value === 'everybody')}
            options={[
              { value: 'me', label: t('Only me'), help: t('Nobody else sees it in their list.') },
              {
                value: 'everybody',
                label: t('Everybody'),
                help: t(
                  'All who may open this collection. Those who design it can change the view.',
                ),
              },
            ]}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
