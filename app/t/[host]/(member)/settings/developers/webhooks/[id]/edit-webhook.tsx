'use client';

import { useRouter } from 'next/navigation';
import { Dialog } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Webhook } from '@/lib/webhooks/shapes';
import { changeWebhook } from '../../actions';
import type { EventChoice } from '../../event-choices';
import { WebhookForm } from '../../webhook-form';

interface Props {
  webhook: Webhook;
  events: EventChoice[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function EditWebhook({ webhook, events, open, onOpenChange }: Props) {
  const t = useWording('developers');
  const router = useRouter();
  const { id, name, url, kinds } = webhook;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('Edit {name}', { name })}>
      <WebhookForm
        events={events}
        start={{ name, url, kinds }}
        act={(draft) => changeWebhook({ id, ...draft })}
        words={t('Save')}
        onDone={() => {
          notify.done(t('{name} saved', { name }));
          onOpenChange(false);
          router.refresh();
        }}
      />
    </Dialog>
  );
}
