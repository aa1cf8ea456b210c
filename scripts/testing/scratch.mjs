import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
const wantedBytes = 4_000_000_000;

/**
 * Where files of clusters that are thrown away lie: in memory if this machine gives it enough room,
 * since making the files of many small databases is most of what such clusters ask of a disk.
 */
export function scratchRoot() {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= wantedBytes ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
