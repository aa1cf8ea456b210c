import { useSyncExternalStore } from 'react';

/**
 * Whether this browser knows passkeys; what offers them is not shown where it does not. Undefined until
 * the page is alive.
 */
export const useSupportsPasskeys = () =>
  useSyncExternalStore<boolean | undefined>(
    () => () => undefined,
    () => typeof window.PublicKeyCredential === 'function',
    () => undefined,
  );
