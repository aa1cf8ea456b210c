'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { retryMail } from './actions';

interface Props {
  id: string;
  recipient: string;
  /** False for a link that is over: then only the address is let through again. */
  isKept: boolean;
}

export function RetryMail({ id, recipient, isKept }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const { pending, submit } = useSubmit(
    async (mail: { id: string }) => {
      const outcome = await retryMail(mail);
      if (outcome.ok) {
        const done = outcome.data.isQueued
          ? t('The mail goes out again')
          : t('Mails are sent there again');
        notify.done(done, { description: recipient });
      } else notify.failed(t('Not tried again'), { description: outcome.error.message });
      return outcome;
    },
    () => router.refresh(),
  );
  return (
    <Button size="small" pending={pending} onClick={() => submit({ id })}>
      {isKept ? t('Try again') : t('Allow again')}
      <span className="sr-only"> {recipient}</span>
    </Button>
  );
}
