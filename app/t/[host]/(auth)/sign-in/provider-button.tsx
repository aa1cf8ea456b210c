'use client';

import { useEffect, useState } from 'react';
import { buttonVariants } from '@/components/ui/button-variants';
import { useWording } from '@/lib/language/wording-provider';
import { useNext } from './use-next';

/**
 * The way in through the tenant's own identity provider, where it has one. The page is made without
 * asking for it, so it is asked for from here; it stands below the form, which does not move.
 */
export function ProviderButton() {
  const t = useWording('auth');
  const next = useNext();
  const label = useProviderLabel();
  if (!label) return null;
  const query = next && next !== '/' ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <div className="mt-5 border-line border-t pt-5">
      <a
        href={`/sign-in/sso${query}`}
        className={buttonVariants({ variant: 'secondary', size: 'large', wide: true })}
      >
        <span className="truncate">{t('Continue with {label}', { label })}</span>
      </a>
    </div>
  );
}

function useProviderLabel(): string | null {
  const [label, setLabel] = useState<string | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    fetch('/api/v1/sign-in/provider', { signal: asked.signal })
      .then((response) => response.json())
      .then((provider: { label?: string | null }) => setLabel(provider.label ?? null))
      .catch(() => undefined);
    return () => asked.abort();
  }, []);
  return label;
}
