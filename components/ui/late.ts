'use client';

import { useEffect, useReducer } from 'react';

/** Code that comes after the page: when it is first wanted, or before, once the page rests. */
export interface Late<Part> {
  /** The code, where it has come. */
  now(): Part | undefined;
  load(): Promise<Part>;
}

/** @param fetchPart a literal `import()`; asked for once, and once more after each failure. */
export function late<Part>(fetchPart: () => Promise<Part>): Late<Part> {
  let part: Part | undefined;
  let coming: Promise<Part> | undefined;
  const load = async () => {
    coming ??= fetchPart();
    try {
      part = await coming;
      return part;
    } catch (error) {
      coming = undefined;
      throw error;
    }
  };
  return { now: () => part, load };
}

/**
 * What stands behind `source`, once `wanted` and there. Every page that could want it has it brought
 * while it rests, so that it opens at once and without a connection. Where it cannot be brought, the
 * page stays as it is and it is asked for anew every few seconds while it is wanted.
 */
export function useLate<Part>(source: Late<Part> | undefined, wanted: boolean): Part | undefined {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => source && whenIdle(() => void source.load().catch(() => {})), [source]);
  useEffect(() => {
    if (!source || !wanted) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      source.load().then(draw, () => {
        again = setTimeout(ask, retryMs);
      });
    void ask();
    return () => clearTimeout(again);
  }, [source, wanted]);
  return wanted ? source?.now() : undefined;
}

/** Has what may be wanted soon brought while the page rests. */
export function useBrought(sources: readonly Late<unknown>[]): void {
  useEffect(
    () =>
      whenIdle(() => {
        for (const source of sources) void source.load().catch(() => {});
      }),
    [sources],
  );
}

const retryMs = 3_000;

function whenIdle(act: () => void) {
  if (!('requestIdleCallback' in window)) {
    const soon = setTimeout(act, 500);
    return () => clearTimeout(soon);
  }
  const soon = requestIdleCallback(act, { timeout: 2_000 });
  return () => cancelIdleCallback(soon);
}
