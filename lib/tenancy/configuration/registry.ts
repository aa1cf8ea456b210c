import { manifests } from '../../modules/registry';
import type { AnyConfig } from './define';

/** Every kind of document that tenants may change, by name. */
export const configs: ReadonlyMap<string, AnyConfig> = new Map(
  manifests.flatMap(({ settings }) => (settings ? [[settings.name, settings]] : [])),
);

for (const { id, settings } of manifests) {
  if (settings && settings.name !== id) throw new Error(`${id} names its settings otherwise.`);
}
