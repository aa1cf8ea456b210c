'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { beginClaim } from '@/lib/identity/claim-actions';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../_parts/text-link';

export function BeginClaim() {
  const t = useWording('auth');
  const router = useRouter();
  const { submit, pending, error } = useSubmit(beginClaim, () => router.refresh());
  return (
    <div className="grid gap-4">
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Button
        variant="primary"
        size="large"
        wide
        pending={pending}
        onClick={() => submit(undefined)}
      >
        {t('Begin')}
      </Button>
      <p className="text-center text-sm">
        <TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>
      </p>
    </div>
  );
}
