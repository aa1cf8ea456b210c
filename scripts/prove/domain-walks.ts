import { useCluster } from '@/db/testing/cluster';
import { type HostStage, holes, openHostStage } from '../testing/host-stage';
import type { ProofContext } from '../testing/proof';
import { pick, seeded } from '../testing/random-views';

export const name = 'domain-walks';

const sizes = { small: { walks: 8, steps: 50 }, full: { walks: 150, steps: 100 } };
const firstSeed = 20_261_122;
/** Walks in which a mistake that was put in has to be noticed. */
const walksWithHole = 12;

/**
 * Random walks of five tenants over one name, whose records come and go while name servers fail, proofs
 * grow old and names are given up: at most one has it, and it is served exactly where a plain model says
 * that it was proven and the proof counts. The same walks notice mistakes that were put in.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const { walks, steps } = sizes[size];
  const stage = await openHostStage();
  try {
    const tally = { looks: 0, served: 0, wrong: [] as string[] };
    for (let seed = firstSeed; seed < firstSeed + walks; seed++) {
      const seen = await walk(stage, seed, steps);
      tally.looks += steps;
      tally.served += seen.served;
      tally.wrong.push(...seen.wrong.map((one) => `seed ${seed} ${one}`));
    }
    claim({
      name: `moments at which a name had two owners, or was served on no proof that counts (${tally.looks} steps, served at ${tally.served})`,
      figure: tally.wrong.slice(0, 8).join('; ') || 0,
      bound: 'none',
      ok: tally.wrong.length === 0 && tally.served > tally.looks / 8,
    });
    await claimHoles(stage, { steps, claim });
  } finally {
    await stage.end();
  }
}

async function claimHoles(
  stage: HostStage,
  { steps, claim }: { steps: number; claim: ProofContext['claim'] },
) {
  const missed: string[] = [];
  for (const hole of Object.keys(holes) as (keyof typeof holes)[]) {
    await stage.plant(hole);
    let noticed = false;
    for (let at = 0; at < walksWithHole && !noticed; at++) {
      noticed = (await walk(stage, firstSeed + at, steps)).wrong.length > 0;
    }
    if (!noticed) missed.push(hole);
  }
  await stage.plant();
  claim({
    name: `mistakes put in that the walks do not notice, of ${Object.keys(holes).length}`,
    figure: missed.join('; ') || 0,
    bound: 'none',
    ok: missed.length === 0,
  });
}

async function walk(stage: HostStage, seed: number, steps: number) {
  const random = seeded(seed);
  const seen = { served: 0, wrong: [] as string[] };
  await stage.begin();
  for (let step = 0; step < steps; step++) {
    const act = pick(random, acts);
    await stage[act](random);
    const { owners, served, wrong } = await stage.compare();
    if (served) seen.served += 1;
    if (owners > 1) seen.wrong.push(`step ${step} ${act}: ${owners} owners`);
    if (wrong) seen.wrong.push(`step ${step} ${act}: ${wrong}`);
  }
  return seen;
}

type Act = Exclude<keyof HostStage, 'begin' | 'end' | 'compare' | 'plant'>;

const acts: Act[] = [
  ...(['claim', 'claim', 'claim', 'publish', 'publish', 'publish', 'publish'] as const),
  ...([
    'check',
    'check',
    'check',
    'check',
    'check',
    'check',
    'check',
    'checkAtOnce',
    'point',
    'point',
  ] as const),
  ...(['keep', 'keep', 'prefer', 'waitAWhile', 'waitAWhile'] as const),
  ...(['withdraw', 'giveUp', 'failOrAnswer'] as const),
];
