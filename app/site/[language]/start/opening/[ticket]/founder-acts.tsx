'use client';

import { useRouter } from 'next/navigation';
import { RetryForm } from '@/app/_shared/opening/retry-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { useWording } from '@/lib/language/wording-provider';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';
import { giveUpOpening, retryOpening } from './actions';

interface Props {
  ticket: string;
  opening: OpeningFacts;
}

/** What a founder can do while the workspace is not open. */
export function FounderActs({ ticket, opening }: Props) {
  const t = useWording('opening');
  const router = useRouter();
  const { state, slugLost, slug, name } = opening;
  if (state === 'leaving') return null;
  if (state === 'given_up') {
    return (
      <div>
        <LinkButton href="/start" variant="primary" size="large">
          {t('Start again')}
        </LinkButton>
      </div>
    );
  }
  const giveUp = async () => {
    const outcome = await giveUpOpening({ ticket });
    if (!outcome.ok) return { error: outcome.error.message };
    router.refresh();
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      {state === 'failed' || state === 'retrying' ? (
        <RetryForm
          slug={slugLost ? slug : null}
          retry={(next) => retryOpening({ ticket, ...(next && { slug: next }) })}
        />
      ) : null}
      <AlertDialog
        danger
        trigger={
          <Button size="large" variant="danger-quiet">
            {t('Give up')}
          </Button>
        }
        title={t('Give up opening {name}?', { name })}
        description={t(
          'What was built is taken down, the address is free again, and nothing you typed is kept.',
        )}
        action={t('Give up')}
        onConfirm={giveUp}
      />
    </div>
  );
}
