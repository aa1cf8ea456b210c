import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapesOf, shapesPath } from '../stripe/shapes.mjs';

/** The file of what Stripe takes, where it is not what the SDK that is installed says. */
export function staleShapes(root) {
  const kept = readFileSync(join(root, shapesPath), 'utf8');
  return kept === shapesOf(root)
    ? []
    : [`${shapesPath} is another by now: node scripts/stripe/generate.mjs writes it`];
}
