'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { provenChannel, provenPath } from './proven-channel';

const anew = `/sign-in/sso?anew&next=${encodeURIComponent(provenPath)}`;

/**
 * Proves anew who is signed in where they came from, in a tab of its own: that page signs this
 * browser in again, while what was typed here stays.
 */
export function ProviderProof({ label, onProved }: { label: string; onProved: () => void }) {
  const t = useWording('shared');
  const [asking, setAsking] = useState<string>();
  const [trouble, setTrouble] = useState<'blocked' | 'silent'>();
  useEffect(() => {
    if (asking === undefined) return;
    const channel = new BroadcastChannel(provenChannel);
    channel.onmessage = async () => {
      // Somebody else may have come in there.
      if ((await whoIsHere()) === asking) onProved();
      else location.reload();
    };
    return () => channel.close();
  }, [asking, onProved]);
  const start = () => {
    // At once, or the browser takes it for a window that nobody asked for.
    const tab = window.open(anew);
    setTrouble(tab ? undefined : 'blocked');
    whoIsHere().then(setAsking, () => setTrouble('silent'));
  };
  return (
    <div className="grid gap-4 pb-2">
      {trouble === 'blocked' ? (
        <Banner
          tone="warning"
          action={
            <a href={anew} target="_blank" rel="noopener" className="font-medium underline">
              {t('Open it here')}
            </a>
          }
        >
          {t('Your browser opened no new tab.')}
        </Banner>
      ) : null}
      {trouble === 'silent' ? (
        <Banner tone="danger">
          {t('The server does not answer, so nobody would hear of your proof. Try again.')}
        </Banner>
      ) : null}
      <p>{t('{label} let you in, so it is asked again, in a tab of its own.', { label })}</p>
      <Button variant="primary" wide pending={asking !== undefined} onClick={start}>
        {t('Prove it at {label}', { label })}
      </Button>
      {asking === undefined ? null : (
        <Button variant="ghost" wide onClick={() => setAsking(undefined)}>
          {t('Ask again')}
        </Button>
      )}
    </div>
  );
}

async function whoIsHere(): Promise<string> {
  const answer = await fetch('/api/v1/session');
  if (!answer.ok) throw new Error(`The session was not told: ${answer.status}`);
  const { user } = (await answer.json()) as { user: { id: string } | null };
  return user?.id ?? '';
}
