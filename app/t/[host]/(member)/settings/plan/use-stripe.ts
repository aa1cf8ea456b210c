'use client';

import { useWords } from '@/components/ui/words';
import type { Asked } from '@/lib/billing/payment/shapes';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { readAsked } from './actions';

type Answer<T> = { ok: true; data: T } | { ok: false; error: { message: string } };
type Settled = { asked: Asked } | { error: string };

const [everyMs, longestMs] = [600, 130_000];

/** Asks Stripe for something, through the operator, and waits for what comes of it. */
export function useStripe() {
  const t = useWording('plans');
  const words = useWords();
  return async (act: () => Promise<Answer<{ askId: string }>>): Promise<Settled> => {
    const begun = await act().catch(() => unheard(words.unreachable));
    if (!begun.ok) return { error: begun.error.message };
    return await settled(t, begun.data.askId);
  };
}

const unheard = (message: string): Answer<never> => ({ ok: false, error: { message } });

async function settled(t: Wording<'plans'>, id: string): Promise<Settled> {
  const end = Date.now() + longestMs;
  while (Date.now() < end) {
    // A page that was asked for is worth another try where the line was cut.
    const answer = await readAsked({ id }).catch(() => undefined);
    if (answer && !answer.ok) return { error: answer.error.message };
    const asked = answer?.data;
    if (asked?.state === 'ready') return { asked };
    if (asked?.state === 'failed') return { error: t.said(asked.fault ?? '') };
    if (asked?.isLate) break;
    await new Promise((done) => setTimeout(done, everyMs));
  }
  return { error: t('Stripe was not reached yet. It is tried again; look here later.') };
}

/** Leaves for a page of Stripe; the address was checked where it was read. */
export const leaveFor = (url: string): void => window.location.assign(url);
