'use client';

import { useRouter } from 'next/navigation';
import { useProven } from '@/components/forms/proof';
import { useSubmit } from '@/components/forms/use-submit';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { checkDomain, removeDomain } from './actions';
import type { DomainRow } from './domain-row';
import { PrimaryButton } from './primary-button';

interface Props {
  domain: DomainRow;
  home: string;
  own: string;
}

/** Looks for the records now, makes the domain primary, or gives it up. */
export function DomainActs({ domain, home, own }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const { id, host, state, serves, given, isPrimary } = domain;
  const checking = useSubmit(checkDomain, (seen) => {
    if (seen.state === 'live') notify.done(t('{domain} is live', { domain: host }));
    else if (seen.state === 'verified') notify.done(t('{domain} is verified', { domain: host }));
    else notify.failed(t('{domain} is not live', { domain: host }));
    router.refresh();
  });
  const proven = useProven(removeDomain);
  const remove = async () => {
    const outcome = await proven({ id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('{domain} removed', { domain: host }));
    router.refresh();
  };
  return (
    <>
      {checking.error ? <Banner tone="danger">{checking.error}</Banner> : null}
      <div className="flex flex-wrap gap-2">
        {given ? null : (
          <Button
            variant={state === 'live' ? 'secondary' : 'primary'}
            pending={checking.pending}
            onClick={() => checking.submit({ id })}
          >
            {t('Check now')}
          </Button>
        )}
        {state === 'live' || isPrimary ? (
          <PrimaryButton domain={domain} home={home} own={own} />
        ) : null}
        {given ? null : (
          <AlertDialog
            danger
            trigger={<Button variant="danger-quiet">{t('Remove domain')}</Button>}
            title={t('Remove {domain}?', { domain: host })}
            description={
              serves
                ? t(
                    'This workspace stops answering at {domain} at once, and whoever is signed in there signs in at {own} anew. For 30 days no other workspace can have it.',
                    { domain: host, own },
                  )
                : t(
                    'This workspace does not answer at {domain}. Its records mean nothing any more.',
                    {
                      domain: host,
                    },
                  )
            }
            action={t('Remove domain')}
            onConfirm={remove}
          />
        )}
      </div>
    </>
  );
}
