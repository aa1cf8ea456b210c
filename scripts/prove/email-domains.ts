import { useCluster } from '@/db/testing/cluster';
import { type DomainStage, openDomainStage } from '../testing/domain-stage';
import type { ProofContext } from '../testing/proof';
import { pick, seeded } from '../testing/random-views';

export const name = 'email-domains';

const sizes = { small: { walks: 6, steps: 40 }, full: { walks: 150, steps: 100 } };
const firstSeed = 20_261_201;

/**
 * Random walks of several tenants over one domain, whose records come and go while name servers fail
 * and proofs grow old: at most one tenant of a pool has it, and people join exactly where a plain
 * model says that it was switched on under a proof that still counts.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const { walks, steps } = sizes[size];
  const wrong: string[] = [];
  const tally = { looks: 0, open: 0, owned: 0 };
  const stage = await openDomainStage();
  try {
    for (let seed = firstSeed; seed < firstSeed + walks; seed++) {
      const random = seeded(seed);
      await stage.begin();
      for (let step = 0; step < steps; step++) {
        await stage[pick(random, acts)](random);
        const seen = await stage.compare();
        tally.looks += 1;
        tally.open += seen.open;
        tally.owned += seen.owners > 0 ? 1 : 0;
        if (seen.owners > 1) wrong.push(`seed ${seed} step ${step}: ${seen.owners} owners`);
        if (seen.wrong) wrong.push(`seed ${seed} step ${step}: ${seen.wrong}`);
      }
    }
  } finally {
    await stage.end();
  }
  claim({
    name: `tenants that had a domain beside its owner, or took people on without a proof that counts (${tally.looks} steps, ${tally.owned} with an owner, ${tally.open} tenants seen open)`,
    figure: wrong.slice(0, 8).join('; ') || 0,
    bound: 'none',
    ok: wrong.length === 0 && tally.owned > tally.looks / 5 && tally.open > tally.looks / 20,
  });
}

type Act = Exclude<keyof DomainStage, 'begin' | 'end' | 'compare'>;

const acts: Act[] = [
  ...(['claim', 'claim', 'claim', 'publish', 'publish', 'publish', 'publish'] as const),
  ...(['check', 'check', 'check', 'check', 'check', 'recheck', 'checkAtOnce'] as const),
  ...(['switchOn', 'switchOn', 'switchOn', 'switchOn', 'waitAWhile', 'waitAWhile'] as const),
  ...(['withdraw', 'give', 'failOrAnswer'] as const),
];
