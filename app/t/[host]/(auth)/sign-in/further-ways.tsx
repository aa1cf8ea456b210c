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
}

/**
 * Ways in that a tenant may have besides. The page is made without asking for them, so they are asked
 * for from here; they stand below the form, which does not move.
 */
export function FurtherWays() {
  const t = useWording('auth');
  const next = useNext();
  const { label, joins } = useWays();
  if (!label && !joins) return null;
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
    </div>
  );
}

function useWays(): Ways {
  const [ways, setWays] = useState<Ways>({ label: null, joins: false });
  useEffect(() => {
    const asked = new AbortController();
    fetch('/api/v1/sign-in/provider', { signal: asked.signal })
      .then((response) => response.json())
      .then(({ label = null, joins = false }: Partial<Ways>) => setWays({ label, joins }))
      .catch(() => undefined);
    return () => asked.abort();
  }, []);
  return ways;
}
