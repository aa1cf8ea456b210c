'use client';

import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { signOut } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';

/** Lets whoever holds the link go on as the person it is for. */
export function SignOutHere() {
  const t = useWording('auth');
  const { submit, pending, error } = useSubmit(
    () => signOut(),
    () => window.location.reload(),
  );
  return (
    <div className="mb-4 grid gap-4">
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Button
        variant="primary"
        size="large"
        wide
        pending={pending}
        onClick={() => submit(undefined)}
      >
        {t('Sign out and go on')}
      </Button>
    </div>
  );
}
