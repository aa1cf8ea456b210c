import { collections } from './collections/manifest';
import type { ModuleManifest, ShareableView } from './define-module';
import { tasks } from './tasks/manifest';

/** Every module of the product, in the order of the navigation. */
export const manifests: readonly ModuleManifest[] = complete([collections, tasks]);

/** Every view that a module declares shareable, by `module.view`. */
export const shareableViews: ReadonlyMap<string, ShareableView> = new Map(
  manifests.flatMap(({ id, shareable = [] }) =>
    shareable.map((view) => [`${id}.${view.id}`, view]),
  ),
);

/** Throws where a module needs one that there is not. */
function complete(modules: readonly ModuleManifest[]): readonly ModuleManifest[] {
  for (const { id, needs = [] } of modules) {
    const missing = needs.find((needed) => modules.every((one) => one.id !== needed));
    if (missing) throw new Error(`The module ${id} needs ${missing}, which is none.`);
  }
  return modules;
}
