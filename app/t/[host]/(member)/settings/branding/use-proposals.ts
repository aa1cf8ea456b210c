import { useEffect, useState } from 'react';
import { assetIdOf } from '@/lib/tenancy/brand-settings/asset-path';
import type { Proposal } from '@/lib/tenancy/branding/proposals';

/** Colours to take from the picture at a path; none while they are not there or there is no picture. */
export function useProposals(path: string | undefined): Proposal[] {
  const [found, setFound] = useState<{ path: string; proposals: Proposal[] }>();
  useEffect(() => {
    const id = path && assetIdOf(path);
    if (!id) return;
    const leaving = new AbortController();
    fetch(`/api/v1/branding/assets/${id}/colors`, { signal: leaving.signal })
      .then(async (answer) => (answer.ok ? ((await answer.json()) as Answer).proposals : []))
      .then((proposals) => setFound({ path, proposals }))
      // They are an offer: without them the colour is chosen by hand.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [path]);
  return found && found.path === path ? found.proposals : [];
}

interface Answer {
  proposals: Proposal[];
}
