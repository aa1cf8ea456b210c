import { useCluster } from '@/db/testing/cluster';
import type { ProofContext } from '../testing/proof';
import { pick, seeded } from '../testing/random-views';
import { openSignInStage, type SignInStage } from '../testing/sign-in-stage';

export const name = 'sign-in-walks';

const sizes = { small: { walks: 12, steps: 25 }, full: { walks: 400, steps: 60 } };
const firstSeed = 20_261_123;

/**
 * Random walks over sign-in with right, wrong, used and other people's proofs, at the right and at
 * other tenants: a session comes exactly when a plain model says that every factor was proven, and it
 * is that person's, there and nowhere else.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const { walks, steps } = sizes[size];
  const wrong: string[] = [];
  const tally = { tries: 0, sessions: 0, refused: 0 };
  const stage = await openSignInStage();
  try {
    for (let seed = firstSeed; seed < firstSeed + walks; seed++) {
      const random = seeded(seed);
      await stage.begin();
      for (let step = 0; step < steps; step++) {
        await stage.forgetGuesses();
        const outcome = await stage[pick(random, acts)](random);
        if (!outcome) continue;
        tally.tries += 1;
        tally[outcome.session ? 'sessions' : 'refused'] += 1;
        if (outcome.wrong) wrong.push(`seed ${seed} step ${step}: ${outcome.wrong}`);
      }
    }
  } finally {
    await stage.end();
  }
  claim({
    name: `sign-ins that ended otherwise than every factor proven (${tally.sessions} sessions, ${tally.refused} refused, ${walks} walks)`,
    figure: wrong.slice(0, 8).join('; ') || 0,
    bound: 'none',
    ok: wrong.length === 0 && tally.sessions > tally.tries / 25 && tally.refused > tally.sessions,
  });
}

type Act = Exclude<keyof SignInStage, 'begin' | 'end' | 'forgetGuesses'>;

const acts: Act[] = [
  ...(['prove', 'prove', 'giveCode', 'giveCode', 'giveCode'] as const),
  ...(['enterByPasskey', 'enterByPasskey', 'stepByPasskey', 'stepByPasskey'] as const),
  ...(['setUp', 'confirm', 'change', 'goOn'] as const),
];
