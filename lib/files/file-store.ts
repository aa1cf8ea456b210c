import { resolve } from 'node:path';
import { env } from '../env';
import { LocalFolder } from './local-folder';
import type { FileStore } from './store';

let store: FileStore | undefined;

/** The installation's store. */
export function fileStore(): FileStore {
  store ??= new LocalFolder(resolve(env().DATA_DIR, 'files'));
  return store;
}

/** Puts another store in place of the installation's, such as a test's own folder. */
export function setFileStore(other: FileStore): void {
  store = other;
}
