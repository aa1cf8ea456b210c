'use client';

import { useEffect, useState } from 'react';
import { useWording } from '@/lib/language/wording-provider';
import type { OperationFacts } from '@/lib/tenancy/backups/shapes';
import { preview as askForPreview, type RestoreFrom } from './restore-from';

const everyMs = 1_000;

export type Preview =
  | { state: 'waiting' }
  | { state: 'failed'; message: string }
  | { state: 'ready'; tables: { name: string; added: number; changed: number; removed: number }[] };

/** Has a backup or moment looked at and waits for what going back to it would change. */
export function usePreview(from: RestoreFrom): Preview {
  const t = useWording('settings');
  const key = JSON.stringify(from);
  const [preview, setPreview] = useState<Preview>({ state: 'waiting' });
  useEffect(() => {
    const ending = new AbortController();
    look(JSON.parse(key), ending.signal, t('It could not be looked at.')).then(
      (found) => !ending.signal.aborted && setPreview(found),
      () => {
        const message = t('The answer did not come. Check your connection and open this again.');
        if (!ending.signal.aborted) setPreview({ state: 'failed', message });
      },
    );
    return () => ending.abort();
  }, [key, t]);
  return preview;
}

async function look(from: RestoreFrom, signal: AbortSignal, refused: string): Promise<Preview> {
  const asked = await askForPreview(from);
  if (!asked.ok) {
    return { state: 'failed', message: asked.error.fields.at ?? asked.error.message };
  }
  while (!signal.aborted) {
    const answer = await fetch(`/api/v1/operations/${asked.data.id}`, { signal });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const { state, outcome, error } = (await answer.json()) as OperationFacts;
    if (state === 'done' && outcome) return { state: 'ready', tables: outcome.tables };
    if (state === 'failed' || state === 'cancelled') {
      return { state: 'failed', message: error ?? refused };
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return { state: 'waiting' };
}
