'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { forgetClaim } from '@/lib/identity/claim-actions';
import { useWording } from '@/lib/language/wording-provider';
import type { ClaimState } from './claim-state';

/** The way back from a wrong account; an owner begins where they agreed. */
export function BeginAnew({ purpose }: Pick<ClaimState, 'purpose'>) {
  const t = useWording('auth');
  const router = useRouter();
  const { submit, pending, error } = useSubmit(forgetClaim, () => {
    if (purpose === 'begin') window.location.assign('/settings/security');
    else router.refresh();
  });
  return (
    <div className="grid gap-2">
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Button variant="ghost" wide pending={pending} onClick={() => submit(undefined)}>
        {t('Begin anew')}
      </Button>
    </div>
  );
}
