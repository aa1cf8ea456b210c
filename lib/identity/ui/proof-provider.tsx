'use client';

import { type ReactNode, useCallback, useRef, useState } from 'react';
import { ProofContext } from '@/components/forms/proof';
import { Dialog } from '@/components/ui/dialog';
import { late, useLate } from '@/components/ui/late';
import { useWording } from '@/lib/language/wording-provider';
import { proofWay } from '../actions';
import type { ProofWays } from './proof-form';

const form = late(() => import('./proof-form'));

/** Lets forms below ask who is signed in to prove it again, and go on with what they were doing. */
export function ProofProvider({ children }: { children: ReactNode }) {
  const t = useWording('shared');
  const [ways, setWays] = useState<ProofWays>();
  const part = useLate(form, ways !== undefined);
  const waiting = useRef<(proved: boolean) => void>(undefined);
  const settle = (proved: boolean) => {
    setWays(undefined);
    waiting.current?.(proved);
    waiting.current = undefined;
  };
  const ask = useCallback(async () => {
    const answer = await proofWay({});
    setWays(answer.ok ? answer.data : { way: null, passkey: false, provider: null });
    return await new Promise<boolean>((resolve) => {
      waiting.current = resolve;
    });
  }, []);
  return (
    <ProofContext value={ask}>
      {children}
      <Dialog
        open={ways !== undefined && part !== undefined}
        onOpenChange={(open) => open || settle(false)}
        size="small"
        title={t('Confirm that it is you')}
        description={t('This is worth a second look, so prove once more who you are.')}
      >
        {ways && part ? <part.ProofForm ways={ways} onProved={() => settle(true)} /> : null}
      </Dialog>
    </ProofContext>
  );
}
