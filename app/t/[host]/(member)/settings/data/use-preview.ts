'use client';

import { useEffect, useState } from 'react';
import type { OperationFacts } from '@/lib/tenancy/backups/shapes';
import { previewRestore } from './actions';

const everyMs = 1_000;

export type Preview =
  | { state: 'waiting' }
  | { state: 'failed'; message: string }
  | { state: 'ready'; tables: { name: string; added: number; changed: number; removed: number }[] };

/** Has a backup looked at and waits for what restoring it would change. */
export function usePreview(id: string): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'waiting' });
  useEffect(() => {
    const ending = new AbortController();
    look(id, ending.signal).then(
      (found) => !ending.signal.aborted && setPreview(found),
      () => {
        const message = 'The answer did not come. Check your connection and open this again.';
        if (!ending.signal.aborted) setPreview({ state: 'failed', message });
      },
    );
    return () => ending.abort();
  }, [id]);
  return preview;
}

async function look(id: string, signal: AbortSignal): Promise<Preview> {
  const asked = await previewRestore({ id });
  if (!asked.ok) return { state: 'failed', message: asked.error.message };
  while (!signal.aborted) {
    const answer = await fetch(`/api/v1/operations/${asked.data.id}`, { signal });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const { state, outcome, error } = (await answer.json()) as OperationFacts;
    if (state === 'done' && outcome) return { state: 'ready', tables: outcome.tables };
    if (state === 'failed' || state === 'cancelled') {
      return { state: 'failed', message: error ?? 'The backup could not be looked at.' };
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return { state: 'waiting' };
}
