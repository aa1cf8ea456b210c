import { collections } from './collections/manifest';
import type { ModuleManifest, ShareableView } from './define-module';
import { tasks } from './tasks/manifest';

/** Every module of the product, in the order of the navigation. */
export const manifests: readonly ModuleManifest[] = [collections, tasks];

/** Every view that a module declares shareable, by `module.view`. */
export const shareableViews: ReadonlyMap<string, ShareableView> = new Map(
  manifests.flatMap(({ id, shareable = [] }) =>
    shareable.map((view) => [`${id}.${view.id}`, view]),
  ),
);
