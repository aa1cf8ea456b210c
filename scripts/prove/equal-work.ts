import { useCluster } from '@/db/testing/cluster';
import { invoke } from '@/lib/doors/callable';
import { openWorld } from '@/lib/doors/testing';
import { sessionProcedures } from '@/lib/identity/session-procedures';
import { givePassword } from '@/lib/identity/testing';
import type { ProofContext } from '../testing/proof';
import { slackOf } from '../testing/slack';

export const name = 'equal-work';

const wrong = 'not-the-password-at-all';

/** A wrong password takes as long for an address that exists as for one that does not. */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  const tenant = await world.tenant();
  const timed = async (email: string) => {
    const began = performance.now();
    await invoke(
      sessionProcedures.session.start,
      { email, password: wrong },
      world.anonymous(tenant),
    ).catch(() => undefined);
    return performance.now() - began;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  const rounds = size === 'full' ? 60 : 12;
  for (let round = 0; round < rounds; round++) {
    const { email, userId } = await world.member(tenant, 'basic');
    await givePassword(world, tenant, userId);
    await world.database.query('delete from control.attempts');
    const pair = [() => timed(email), () => timed(`nobody-${round}@example.com`)];
    const first = round % 2;
    const took = [await pair[first]?.(), await pair[1 - first]?.()] as [number, number];
    known.push(took[first] as number);
    unknown.push(took[1 - first] as number);
  }
  const [a, b] = [median(known), median(unknown)];
  const share = 0.3 * slackOf(size);
  claim({
    name: 'sign-in of known and unknown addresses',
    figure: `${a.toFixed(1)} ms and ${b.toFixed(1)} ms in the median of ${rounds}`,
    bound: `within ${Math.round(share * 100)} % of each other`,
    ok: Math.abs(a - b) < Math.min(a, b) * share,
  });
  await world.end();
}

const median = (values: number[]) =>
  values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0;
