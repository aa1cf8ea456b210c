import { useCluster } from '@/db/testing/cluster';
import { runMatrix } from '@/lib/doors/matrix/matrix';
import { subjectsOf } from '@/lib/doors/matrix/subject';
import { openWorld } from '@/lib/doors/testing';
import { router } from '@/lib/router';
import type { ProofContext } from '../testing/proof';

export const name = 'matrix';

/** Every operation of the product, asked by everybody who must be refused. */
export async function run({ adminUrl, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const { procedures, cases, findings } = await runMatrix(world, subjectsOf(router));
    const shown = findings.map((one) => `${one.procedure}, ${one.case}: ${one.problem}`);
    claim({
      name: 'cross-tenant matrix',
      figure: [`${cases} cases of ${procedures} operations, ${shown.length} faults`, ...shown].join(
        '\n  ',
      ),
      bound: 'no leak, no change, every case exercised',
      ok: cases > procedures * 10 && shown.length === 0,
    });
  } finally {
    await world.end();
  }
}
