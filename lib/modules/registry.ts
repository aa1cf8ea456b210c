import { collections } from './collections/manifest';
import type { ModuleManifest } from './define-module';

/** Every module of the product, in the order of the navigation. */
export const manifests: readonly ModuleManifest[] = [collections];
