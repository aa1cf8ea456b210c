import { setTimeout as pause } from 'node:timers/promises';
import type { ProofContext } from '../testing/proof';
import {
  claimNeighbours,
  claimRefusals,
  claimReturn,
  list,
  longestMs,
  overTwoShards,
  readBoth,
  readFor,
  type Shown,
} from '../testing/shard-readers';
import { slackOf } from '../testing/slack';
import { send } from '../testing/web';

export const name = 'hung-server';

/**
 * A shard stops in its tracks while tenants of two shards are read over HTTP: it takes connections
 * and answers nothing. Then it goes on as if nothing had been.
 */
export const run = (context: ProofContext) =>
  overTwoShards(context, async (shown, phaseMs) => {
    const { second } = shown.house;
    try {
      const before = await readBoth(shown, phaseMs);
      second.hang();
      const [during, waited] = await Promise.all([
        readFor(shown, 'primary', 2 * phaseMs),
        longestOf(shown, 2 * phaseMs),
      ]);
      claimBounded(shown, waited);
      await claimRefusals(shown);
      await claimSeen(shown);
      second.wake();
      await claimReturn(shown);
      const after = await readFor(shown, 'primary', phaseMs);
      claimNeighbours(shown, { before, during, after });
    } finally {
      second.wake();
    }
  });

function claimBounded(
  { size, claim }: Shown,
  { longest, refused, asked }: Awaited<ReturnType<typeof longestOf>>,
) {
  const mostMs = 5_000 * slackOf(size);
  claim({
    name: 'longest answer to somebody whose shard hangs',
    figure: `${longest} ms, ${refused} of ${asked} refused with 503`,
    bound: `at most ${mostMs} ms, most refused`,
    ok: longest <= mostMs && refused > asked / 2,
  });
}

/** Somebody of the hung shard reads one list after the other; how long the slowest answer took. */
async function longestOf({ web, people }: Shown, forMs: number) {
  const until = performance.now() + forMs;
  const seen = { longest: 0, refused: 0, asked: 0 };
  const read = async () => {
    while (performance.now() < until) {
      const begun = performance.now();
      const { status } = await send(web.port, { path: list, headers: people.second });
      seen.longest = Math.max(seen.longest, Math.round(performance.now() - begun));
      seen.asked += 1;
      if (status === 503) seen.refused += 1;
      await pause(20);
    }
  };
  await Promise.all([read(), read()]);
  return seen;
}

/** The operator says that it is down, and places nobody there. */
async function claimSeen({ house, claim }: Shown) {
  const { database } = house.world;
  const until = performance.now() + longestMs;
  const isDown = async () =>
    (
      await database.query(
        `select 1 from control.shard_loads l join control.shards s on s.id = l.shard_id
         where s.connection = 'second' and l.down_since is not null`,
      )
    ).length > 0;
  while (!(await isDown()) && performance.now() < until) await pause(100);
  const down = await isDown();
  const { tenantId } = await house.world.tenant();
  const [placed] = await database.query<{ connection: string }>(
    `select s.connection from control.placements p join control.shards s on s.id = p.shard_id
     where p.tenant_id = $1`,
    [tenantId],
  );
  claim({
    name: 'the house while a shard hangs',
    figure: `staff see it ${down ? 'down' : 'up'}; a new tenant goes to ${placed?.connection}`,
    bound: 'down, primary',
    ok: down && placed?.connection === 'primary',
  });
}
