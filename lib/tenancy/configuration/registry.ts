import { manifests } from '../../modules/registry';
import type { AnyConfig } from './define';

/** Every kind of document that tenants may change, by name. */
export const configs: ReadonlyMap<string, AnyConfig> = new Map(
  manifests.flatMap(({ settings }) => (settings ? [[settings.name, settings]] : [])),
);
