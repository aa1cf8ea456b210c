import { v7 as uuidv7 } from 'uuid';
import { useCluster } from '@/db/testing/cluster';
import type { Callable } from '@/lib/doors/callable';
import { proceduresByName } from '@/lib/doors/job';
import { metaOf } from '@/lib/doors/procedure';
import { invokePatiently } from '../testing/patiently';
import type { ProofContext } from '../testing/proof';
import { seeded } from '../testing/random-views';
import { ruleCalls } from '../testing/rule-calls';
import { randomRules } from '../testing/rule-model';
import { changesBeyond, leaksIn, wrongLists } from '../testing/rule-verdicts';
import { openStage, type Stage } from '../testing/rule-world';

export const name = 'row-rules';

const rounds = { small: 2, full: 150 };
const firstSeed = 20_261_122;

/**
 * Random rules, roles and records against every procedure that touches records: what comes out holds
 * no value that a plain model hides, and what is in the database afterwards changed only as it allows.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const missing = unnamed();
  claim({
    name: 'procedures of collections that no call was named for',
    figure: missing.join(', ') || 0,
    bound: 'none',
    ok: missing.length === 0,
  });
  const wrong: string[] = [];
  const tally = { calls: 0, answered: 0 };
  const stage = await openStage();
  try {
    for (let seed = firstSeed; seed < firstSeed + rounds[size]; seed++) {
      wrong.push(...(await round(stage, { seed, tally })));
    }
  } finally {
    await stage.world.end();
  }
  claim({
    name: `calls under random rules that showed or changed more than they open (${tally.answered} of ${tally.calls} answered)`,
    figure: wrong.slice(0, 8).join('; ') || 0,
    bound: 'none',
    ok: wrong.length === 0 && tally.answered > tally.calls / 10,
  });
}

/** Procedures of the module that the table of calls does not know. */
const unnamed = () =>
  [...proceduresByName.values()]
    .map(metaOf)
    .filter((meta) => meta.module === 'collections' && !Object.hasOwn(ruleCalls, meta.name))
    .map((meta) => meta.name);

interface Round {
  seed: number;
  tally: { calls: number; answered: number };
}

async function round(stage: Stage, { seed, tally }: Round): Promise<string[]> {
  const random = seeded(seed);
  for (const collection of [stage.things, stage.others]) {
    const { roleKeys: roles } = stage;
    await stage.setRules(collection, randomRules(random, { roles, fields: collection.fields }));
  }
  const wrong: string[] = [];
  for (const member of stage.members) {
    wrong.push(...(await wrongLists(stage, member)));
    await stage.exportFor(member);
    for (const [called, inputs] of Object.entries(ruleCalls)) {
      if (!inputs) continue;
      const before = await stage.recordsNow();
      const target = before[Math.floor(random() * before.length)];
      if (!target) continue;
      const token = `w${uuidv7().slice(-8)}`;
      for (const input of inputs(await stage.about(target, { token, member }))) {
        const were = await stage.recordsNow();
        const call = { ...member.call(), requestId: uuidv7() };
        tally.calls++;
        const answer = await textOf(
          invokePatiently(
            proceduresByName.get(called) as Callable<never, never>,
            input as never,
            call,
          ),
        );
        if (answer.ok) tally.answered++;
        const said = `round ${seed}: ${called} as ${member.name}`;
        const leaks = leaksIn(stage, member, {
          text: answer.text,
          given: JSON.stringify(input),
          records: were,
        });
        wrong.push(...leaks.map((leak) => `${said} showed ${leak}`));
        const beyond = changesBeyond(stage, member, { were, are: await stage.recordsNow() });
        wrong.push(...beyond.map((change) => `${said} ${change}`));
      }
    }
  }
  return wrong;
}

/** What came out, an error as well as an answer. */
async function textOf(work: Promise<unknown>): Promise<{ ok: boolean; text: string }> {
  try {
    const answer = await work;
    if (answer instanceof File) return { ok: true, text: await answer.text() };
    return { ok: true, text: JSON.stringify(answer) ?? '' };
  } catch (error) {
    const { message, fields, current } = error as Error & { fields?: object; current?: unknown };
    return { ok: false, text: JSON.stringify([message, fields, current]) };
  }
}
