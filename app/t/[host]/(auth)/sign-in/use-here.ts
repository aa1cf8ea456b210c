import { useEffect, useState } from 'react';

interface Here {
  /** Ways to sign in that are open; null until it is known, and where it cannot be. */
  methods: readonly string[] | null;
}

/**
 * The page is the same for everybody and made ahead, so what is so at this moment is asked from here:
 * which ways are open, and whether somebody is signed in already, who then goes on to `next`.
 */
export function useHere(next: string): Here {
  const [here, setHere] = useState<Here>({ methods: null });
  useEffect(() => {
    const asked = new AbortController();
    fetch('/api/v1/session', { signal: asked.signal })
      .then((response) => response.json())
      .then(({ user, methods }: { user?: unknown; methods?: string[] }) => {
        if (user) window.location.replace(next);
        else if (methods) setHere({ methods });
      })
      .catch(() => undefined);
    return () => asked.abort();
  }, [next]);
  return here;
}
