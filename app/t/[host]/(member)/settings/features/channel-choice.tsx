'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { notify } from '@/components/ui/notify';
import { RadioGroup } from '@/components/ui/radio-group';
import { useWording } from '@/lib/language/wording-provider';
import type { Channel } from '@/lib/tenancy/flags/shapes';
import { chooseChannel } from './flag-actions';

/** How early what is new comes; chosen at once. */
export function ChannelChoice({ channel }: { channel: Channel }) {
  const t = useWording('settings');
  const router = useRouter();
  const { pending, error, submit } = useSubmit(chooseChannel, () => {
    notify.done(t('Release channel changed'));
    router.refresh();
  });
  return (
    <>
      <RadioGroup
        looks="cards"
        className="mt-3 sm:grid-cols-2"
        aria-label={t('Release channel')}
        value={channel}
        disabled={pending}
        onValueChange={(next) => submit({ channel: next as Channel })}
        options={[
          {
            value: 'stable',
            label: t('Stable'),
            help: t('New things once they have proven themselves.'),
          },
          {
            value: 'early',
            label: t('Early'),
            help: t('New things first, while they may still change.'),
          },
        ]}
      />
      {error ? (
        <p role="alert" className="mt-1 text-danger-text text-sm">
          {error}
        </p>
      ) : null}
    </>
  );
}
