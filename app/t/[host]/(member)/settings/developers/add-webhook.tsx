'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useWording } from '@/lib/language/wording-provider';
import { createWebhook } from './actions';
import type { EventChoice } from './event-choices';
import { NewSecret } from './new-secret';
import { WebhookForm } from './webhook-form';

interface Props {
  events: EventChoice[];
  isFirst: boolean;
}

/** Adds a webhook and shows its secret, once. */
export function AddWebhook({ events, isFirst }: Props) {
  const t = useWording('developers');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string>();
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) setSecret(undefined);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button variant={isFirst ? 'primary' : 'secondary'}>{t('Add webhook')}</Button>}
      title={secret ? t('Copy the secret now') : t('Add webhook')}
      description={
        secret ? undefined : t('Each event is sent to its address as JSON, signed with its secret.')
      }
    >
      {secret ? (
        <NewSecret secret={secret} />
      ) : (
        <WebhookForm
          events={events}
          act={createWebhook}
          words={t('Add webhook')}
          onDone={(made) => {
            setSecret(made.secret);
            router.refresh();
          }}
        />
      )}
    </Dialog>
  );
}
