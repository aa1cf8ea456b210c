'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { replayDelivery } from '../../actions';

/** Sends one message again, under its own id. */
export function ReplayButton({ id }: { id: string }) {
  const t = useWording('developers');
  const router = useRouter();
  const { submit, pending } = useSubmit(
    async (one: { id: string }) => {
      const outcome = await replayDelivery(one);
      if (outcome.ok) notify.done(t('The message goes out again'));
      else notify.failed(t('Not sent again'), { description: outcome.error.message });
      return outcome;
    },
    () => router.refresh(),
  );
  return (
    <Button pending={pending} onClick={() => submit({ id })}>
      {t('Send again')}
    </Button>
  );
}
