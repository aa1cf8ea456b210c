import { useSyncExternalStore } from 'react';
import { safePath } from '@/lib/identity/paths';

/** The page is made without anybody's query; it counts from when the browser has taken over. */
export const useQuery = () =>
  new URLSearchParams(
    useSyncExternalStore(
      () => () => undefined,
      () => window.location.search,
      () => '',
    ),
  );

/** The path that was asked for before the sign-in; null when none was. */
export function useNext(): string | null {
  const next = useQuery().get('next');
  return next === null ? null : safePath(next);
}
