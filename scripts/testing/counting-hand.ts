import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { configureDatabase } from '@/db/client';
import { noteUsage } from '@/db/usage/note';
import { Flusher } from '@/lib/billing/usage/flush';
import { Tally } from '@/lib/billing/usage/tally';
import { env } from '@/lib/env';

/*
 * Counts calls of the tenant that the folder names and enters them again and again, until it is killed.
 * What it counted and what it knows to be entered stands in a file beside.
 */
const { WEB_DATABASE_URL: web = '', ROWHOUSE_SECRET: roleSecret, DATA_DIR: folder } = env();
configureDatabase({ web, roleSecret });
const tenantId = folder.slice(-36);
const note = (word: string, count: number) =>
  appendFileSync(join(folder, 'counted'), `${word} ${count}\n`);
const tally = new Tally();
const flusher = new Flusher(tally, async (events) => {
  await noteUsage(events);
  // An answer that got lost: the same is told again.
  if (Math.random() < 0.2) throw new Error('The answer was lost.');
});
const user = { tenantId, actorId: null, tokenId: null, module: null };
let counted = 0;
for (;;) {
  const more = Math.ceil(Math.random() * 20);
  counted += more;
  note('counted', counted);
  for (let n = 0; n < more; n++) {
    tally.add(user, { requests: 1, computing: 0, database: 0 }, Date.now() - 3 * 3_600_000);
  }
  const done = await flusher.flush().then(
    () => true,
    () => false,
  );
  if (
    done &&
    (await flusher.flush().then(
      () => true,
      () => false,
    ))
  )
    note('entered', counted);
}
