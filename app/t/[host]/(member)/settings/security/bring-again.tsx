'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { bringAgain } from './actions';

/** People who came over whose records do not name their new account yet. */
export function BringAgain({ people }: { people: number }) {
  const t = useWording('settings');
  const router = useRouter();
  const { submit, pending, error } = useSubmit(bringAgain, () => {
    notify.done(t('Begun anew'));
    router.refresh();
  });
  return (
    <Banner
      tone="warning"
      title={t('Records name former accounts still')}
      action={
        <Button size="small" pending={pending} onClick={() => submit({})}>
          {t('Try again')}
        </Button>
      }
    >
      <p>
        {t(
          '{count, plural, one {# person came over, but what they made or were given does} other {# people came over, but what they made or were given does}} not all name their new account yet. Nothing is lost. If trying again does not help, ask the platform’s staff.',
          { count: people },
        )}
      </p>
      {error ? <p className="mt-2">{error}</p> : null}
    </Banner>
  );
}
