import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const overflowId = 65534;

/**
 * Postgres refuses to run as root, so root lends it the account `nobody`.
 * Anyone else runs it as themselves: then this is undefined.
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  return { uid: Number(line?.[1] ?? overflowId), gid: Number(line?.[2] ?? overflowId) };
}

/** Whether that account may pass through every folder above `path`. */
export function canReach(account, path) {
  if (!account) return true;
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
  }
  return true;
}

/** Whether that account can really load and run the server below `home`. */
export function canRun(account, home) {
  const version = spawnSync(join(home, 'bin', 'postgres'), ['--version'], {
    cwd: '/',
    ...account,
  });
  return version.status === 0;
}
