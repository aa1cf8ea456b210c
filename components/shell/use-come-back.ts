'use client';

import { useEffect, useEffectEvent } from 'react';

const askMs = 2_000;
const againAfterMs = 60_000;

let triedAt = 0;

/**
 * While `waiting`, asks the server whether it can work and calls `onBack` when it says yes: each time
 * it had said no before, else once a minute, so that a fault of its own is not tried for ever.
 */
export function useComeBack(waiting: boolean, onBack: () => void): void {
  const comeBack = useEffectEvent(onBack);
  useEffect(() => {
    if (!waiting) return;
    let wasAway = false;
    const timer = setInterval(async () => {
      const isReady = await fetch('/readyz', { cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady && (wasAway || Date.now() - triedAt > againAfterMs)) {
        triedAt = Date.now();
        comeBack();
      }
      wasAway = !isReady;
    }, askMs);
    return () => clearInterval(timer);
  }, [waiting]);
}
