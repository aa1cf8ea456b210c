import type { Page } from '@playwright/test';

/**
 * Makes `goto` and `reload` wait until React has taken over the page: only forms keep a click that
 * comes earlier. A call that says itself how long to wait (`waitUntil`) is left alone.
 */
export function waitUntilAwake(page: Page): Page {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (!options?.waitUntil) await awake(page);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
    if (!options?.waitUntil) await awake(page);
    return response;
  };
  return page;
}

/** Waits until React has taken over the page. One without scripts of ours is awake at once. */
export const awake = (page: Page) =>
  page.waitForFunction(
    () => {
      // Between two pages there is a moment without any.
      if (!document.body) return false;
      const isTaken = (element: Element) =>
        Object.keys(element).some((key) => key.startsWith('__react'));
      const isOurs = document.querySelector('script[src*="/_next/"]') !== null;
      return !isOurs || [document.body, ...document.querySelectorAll('button')].every(isTaken);
    },
    undefined,
    { timeout: 20_000 },
  );
