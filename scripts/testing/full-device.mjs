import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// While a file stands, whatever this process begins to write as a part of an archive goes to
// /dev/full: `--import file:///…/full-device.mjs?flag=/path`.
const flag = new URL(import.meta.url).searchParams.get('flag') ?? '';
const { createWriteStream } = fs;

fs.createWriteStream = (path, ...rest) => {
  const isFull = String(path).endsWith('.part') && existsSync(flag);
  return createWriteStream(isFull ? '/dev/full' : path, ...rest);
};
syncBuiltinESMExports();
