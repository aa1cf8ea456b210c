'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { useWording } from '@/lib/language/wording-provider';
import { type Elsewhere, elsewhereOf } from './elsewhere';
import type { Place } from './place-switcher';

/**
 * A link into another of their workspaces, wherever it stands on a page, leads there signed in once
 * the person agrees, in a tab of its own where it asks for one; as it is it would end at a page that
 * asks who they are.
 */
export function SwitchOffer({ places }: { places: readonly Place[] }) {
  const t = useWording('member');
  const [offer, setOffer] = useState<(Elsewhere & { target: string }) | null>(null);
  const consider = useEffectEvent((event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download')) return;
    const found = elsewhereOf(link.href, places);
    if (!found) return;
    event.preventDefault();
    setOffer({ ...found, target: link.target || '_self' });
  });
  useEffect(() => {
    const listen = (event: MouseEvent) => consider(event);
    document.addEventListener('click', listen);
    return () => document.removeEventListener('click', listen);
  }, []);
  const name = offer?.place.name ?? '';
  return (
    <AlertDialog
      open={offer !== null}
      onOpenChange={(open) => !open && setOffer(null)}
      title={t('Switch to {name}?', { name })}
      description={t('This link leads into {name}, where you are a member too.', { name })}
      action={t('Switch and open')}
      danger={false}
      onConfirm={() => {
        if (offer)
          window.open(offer.href, offer.target, offer.target === '_self' ? '' : 'noopener');
      }}
    />
  );
}
