import { readSources } from './source-files.mjs';

const layout = /(^|\/)layout\.tsx$/;

/**
 * Suspense in a layout. Where a page below says "not found" at the moment in which the boundary beside
 * it gets its content, React's server renderer may never finish that boundary, nor the answer: about one
 * of several thousand such requests stays silent (React 19.3 canary of Next 16.4.5; react/react #37178 is
 * a relative of it).
 */
export function suspendedLayouts(root) {
  return readSources(root, ['app'])
    .filter(({ path, text }) => layout.test(path) && /<Suspense\b/.test(text))
    .map(({ path }) => `${path} has Suspense beside pages that may not be found`);
}
