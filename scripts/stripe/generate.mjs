import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../settings.mjs';
import { shapesOf, shapesPath } from './shapes.mjs';

writeFileSync(join(root, shapesPath), shapesOf(root));
