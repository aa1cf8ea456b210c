import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../settings.mjs';

/** A folder whose files can run out of room, for a process that is started with `flags`. */
export interface SmallDisk {
  folder: string;
  flags: readonly string[];
  /** How its room is made to end, for the reader. */
  how: string;
  fill(): void;
  empty(): void;
  remove(): void;
}

const leftBytes = 64 * 1024;

/**
 * A file system of a few MB, where one may be mounted. Elsewhere the files that archives are written
 * to become /dev/full: either way it is the kernel that says ENOSPC.
 */
export function openSmallDisk(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder];
  return spawnSync('mount', options).status === 0 ? onMount(folder) : onFullDevice(folder);
}

function onMount(folder: string): SmallDisk {
  const ballast = join(folder, 'ballast');
  return {
    folder,
    flags: [],
    how: 'a file system of 24 MB',
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
    },
    empty: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function onFullDevice(folder: string): SmallDisk {
  const flag = join(folder, 'full');
  const preload = pathToFileURL(join(root, 'scripts/testing/full-device.mjs'));
  preload.searchParams.set('flag', flag);
  return {
    folder,
    flags: ['--import', preload.href],
    how: '/dev/full in place of the files, since nothing may be mounted here',
    fill: () => writeFileSync(flag, ''),
    empty: () => rmSync(flag, { force: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
