'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Choice } from '@/components/ui/choice';
import { Switch } from '@/components/ui/switch';
import { useWording } from '@/lib/language/wording-provider';
import { setRedirect } from './actions';
import type { DomainRow } from './domain-row';

/** Whether pages there lead on to the primary domain. */
export function RedirectSwitch({ domain, home }: { domain: DomainRow; home: string }) {
  const t = useWording('settings');
  const router = useRouter();
  const { id, host, redirects } = domain;
  const { pending, error, submit } = useSubmit(setRedirect, () => router.refresh());
  return (
    <>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Choice
        label={t('Lead people on to the primary domain')}
        help={t(
          'Where one is primary, pages here open at it: {home} now. Turned off, people sign in here itself: passkeys of {home} do not work here, and single sign-on needs {host} among the return addresses at your identity provider.',
          { home, host },
        )}
      >
        <Switch
          checked={redirects}
          disabled={pending}
          onCheckedChange={(next) => submit({ id, redirects: next })}
        />
      </Choice>
    </>
  );
}
