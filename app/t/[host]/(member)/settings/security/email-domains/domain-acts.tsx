'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { checkDomain, removeDomain } from './actions';
import type { DomainRow } from './domain-row';

interface Props {
  domain: DomainRow;
  isVerified: boolean;
}

/** Looks for the record now, or gives the domain up. */
export function DomainActs({ domain: { id, domain }, isVerified }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const checking = useSubmit(checkDomain, ({ finding }) => {
    if (finding === 'right') notify.done(t('{domain} is verified', { domain }));
    else notify.failed(t('{domain} is not verified', { domain }));
    router.refresh();
  });
  const remove = async () => {
    const outcome = await removeDomain({ id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('{domain} removed', { domain }));
    router.refresh();
  };
  return (
    <>
      {checking.error ? <Banner tone="danger">{checking.error}</Banner> : null}
      <div className="flex flex-wrap gap-2">
        <Button
          variant={isVerified ? 'secondary' : 'primary'}
          pending={checking.pending}
          onClick={() => checking.submit({ id })}
        >
          {t('Check now')}
        </Button>
        <AlertDialog
          trigger={<Button variant="danger-quiet">{t('Remove domain')}</Button>}
          title={t('Remove {domain}?', { domain })}
          description={t(
            'Nobody joins by it any more. Members stay. Adding it again wants a new record.',
          )}
          action={t('Remove domain')}
          onConfirm={remove}
        />
      </div>
    </>
  );
}
