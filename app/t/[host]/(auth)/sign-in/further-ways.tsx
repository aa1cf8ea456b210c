'use client';

import { useEffect, useState } from 'react';
import { buttonVariants } from '@/components/ui/button-variants';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../_parts/text-link';
import { useNext } from './use-next';

interface Ways {
  /** Of the tenant's own identity provider, where it has one. */
  label: string | null;
  /** Whether people join by their address. */
  joins: boolean;
  /** Whether people bring accounts over from a former sign-in. */
  comesOver: boolean;
}

/**
 * Ways in that a tenant may have besides. The page is made without asking for them, so they are asked
 * for from here; they stand below the form, which does not move.
 */
export function FurtherWays() {
  const t = useWording('auth');
  const next = useNext();
  const { label, joins, comesOver } = useWays();
  if (!label && !joins && !comesOver) return null;
  const query = next && next !== '/' ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <div className="mt-5 grid gap-4 border-line border-t pt-5">
      {label ? (
        <a
          href={`/sign-in/sso${query}`}
          className={buttonVariants({ variant: 'secondary', size: 'large', wide: true })}
        >
          <span className="truncate">{t('Continue with {label}', { label })}</span>
        </a>
      ) : null}
      {joins ? (
        <p className="text-center text-sm">
          {t('New here?')} <TextLink href="/join">{t('Join with your work e-mail')}</TextLink>
        </p>
      ) : null}
      {comesOver ? (
        <p className="text-center text-sm">
          {t('Your former password does not work?')}{' '}
          <TextLink href="/claim">{t('Bring your account over')}</TextLink>
        </p>
      ) : null}
    </div>
  );
}

const none: Ways = { label: null, joins: false, comesOver: false };

function useWays(): Ways {
  const [ways, setWays] = useState<Ways>(none);
  useEffect(() => {
    const asked = new AbortController();
    fetch('/api/v1/sign-in/provider', { signal: asked.signal })
      .then((response) => response.json())
      .then((ways: Partial<Ways>) => setWays({ ...none, ...ways }))
      .catch(() => undefined);
    return () => asked.abort();
  }, []);
  return ways;
}
