'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { acceptOwnership, endOwnershipOffer } from './actions';

interface Props {
  to: string;
  byName: string;
  reason: string;
  until: string;
  mayAccept: boolean;
  mayEnd: boolean;
}

/** An offer of the workspace that waits for an answer. */
export function OpenOffer({ to, byName, reason, until, mayAccept, mayEnd }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const accepting = useSubmit(acceptOwnership, () => {
    notify.done(t('This workspace is yours'));
    router.refresh();
  });
  const ending = useSubmit(endOwnershipOffer, () => {
    notify.done(mayAccept ? t('Offer declined') : t('Offer taken back'));
    router.refresh();
  });
  const error = accepting.error ?? ending.error;
  return (
    <>
      <Banner title={t('{byName} offers it to {to}', { byName, to })}>
        {t('{reason}. Until {until}; nothing changes before it is accepted.', { reason, until })}
      </Banner>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <div className="flex flex-wrap gap-2">
        {mayAccept ? (
          <Button
            variant="primary"
            pending={accepting.pending}
            onClick={() => accepting.submit({})}
          >
            {t('Accept ownership')}
          </Button>
        ) : null}
        {mayEnd ? (
          <Button pending={ending.pending} onClick={() => ending.submit({})}>
            {mayAccept ? t('Decline') : t('Take the offer back')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
