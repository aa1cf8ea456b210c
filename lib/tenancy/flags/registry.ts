import { manifests } from '../../modules/registry';
import type { Flag } from './define';

/** Every flag of the product, in the order of the modules. */
export const flags: readonly Flag[] = manifests.flatMap((manifest) => manifest.flags ?? []);

export const flagsByKey: ReadonlyMap<string, Flag> = new Map(flags.map((flag) => [flag.key, flag]));

if (flagsByKey.size < flags.length) throw new Error('Two flags have one key.');
