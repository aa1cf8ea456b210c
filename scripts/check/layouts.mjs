import { readSources } from './source-files.mjs';

const layout = /(^|\/)layout\.tsx$/;

/**
 * Suspense in a layout. Where a page below says "not found" at the moment in which the boundary beside
 * it gets its content, React's server renderer may never finish that boundary, nor the answer: seen with
 * Next 16.4.5, at 5 of some 35,000 requests, of which few went to such pages, and at none of 151,000
 * once the boundary was gone. Compare react/react #37178.
 */
export function suspendedLayouts(root) {
  return readSources(root, ['app'])
    .filter(({ path, text }) => layout.test(path) && /<Suspense\b/.test(text))
    .map(({ path }) => `${path} has Suspense beside pages that may not be found`);
}
