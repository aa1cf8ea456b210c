'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Webhook } from '@/lib/webhooks/shapes';
import { removeWebhook, sendTest, turnOffWebhook, turnOnWebhook } from '../../actions';
import type { EventChoice } from '../../event-choices';
import { EditWebhook } from './edit-webhook';
import { RotateSecret } from './rotate-secret';

interface Props {
  webhook: Webhook;
  events: EventChoice[];
}

type Open = 'edit' | 'rotate' | 'remove' | null;

/** What can be done with a webhook. */
export function WebhookActs({ webhook, events }: Props) {
  const t = useWording('developers');
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const { id, name } = webhook;
  const isOn = webhook.state === 'active';
  const test = useSubmit(
    async (one: { id: string }) => {
      const outcome = await sendTest(one);
      if (outcome.ok) notify.done(t('A test is on its way'));
      else notify.failed(t('No test was sent'), { description: outcome.error.message });
      return outcome;
    },
    () => router.refresh(),
  );
  const turn = useSubmit(isOn ? turnOffWebhook : turnOnWebhook, () => {
    notify.done(isOn ? t('{name} is off', { name }) : t('{name} is on', { name }));
    router.refresh();
  });
  const remove = async () => {
    const outcome = await removeWebhook({ id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('{name} removed', { name }));
    router.replace('/settings/developers');
  };
  const dialog = (which: Open) => ({
    open: open === which,
    onOpenChange: (next: boolean) => setOpen(next ? which : null),
  });
  return (
    <>
      {isOn ? (
        <Button variant="primary" pending={test.pending} onClick={() => test.submit({ id })}>
          {t('Send a test')}
        </Button>
      ) : (
        <Button variant="primary" pending={turn.pending} onClick={() => turn.submit({ id })}>
          {t('Turn on')}
        </Button>
      )}
      <DropdownMenu
        trigger={<IconButton icon={Ellipsis} label={t('More actions')} tooltip={false} />}
      >
        <MenuItem onSelect={() => setOpen('edit')}>{t('Edit')}</MenuItem>
        <MenuItem onSelect={() => setOpen('rotate')}>{t('Rotate secret')}</MenuItem>
        {isOn ? <MenuItem onSelect={() => turn.submit({ id })}>{t('Turn off')}</MenuItem> : null}
        <MenuSeparator />
        <MenuItem danger onSelect={() => setOpen('remove')}>
          {t('Remove')}
        </MenuItem>
      </DropdownMenu>
      <EditWebhook webhook={webhook} events={events} {...dialog('edit')} />
      <RotateSecret id={id} name={name} {...dialog('rotate')} />
      <AlertDialog
        danger
        {...dialog('remove')}
        title={t('Remove the webhook {name}?', { name })}
        description={t(
          'Nothing is sent to it any more, and the log of what was sent goes with it. This cannot be undone.',
        )}
        action={t('Remove webhook')}
        onConfirm={remove}
      />
    </>
  );
}
