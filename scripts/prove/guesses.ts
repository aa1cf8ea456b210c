import { setTimeout as pause } from 'node:timers/promises';
import { useCluster } from '@/db/testing/cluster';
import { subjectsOf } from '@/lib/doors/matrix/subject';
import { router } from '@/lib/router';
import {
  type GuessDoor,
  type Guessed,
  type GuessOutcome,
  type GuessStage,
  noGuess,
  openGuessStage,
} from '../testing/guess-stage';
import type { ProofContext } from '../testing/proof';

export const name = 'guesses';

/** At one account each, over all doors in turn. */
const sizes = { small: 60, full: 1_000 };
const mostEvaluated = 10;

/**
 * Guesses at one account from ever other addresses and by ever other headers, at every door where its
 * secret can be tried: ten are looked at in fifteen minutes, whichever doors they come to.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const stage = await openGuessStage();
  const tried = new Set<string>();
  try {
    for (const make of stage.guessed) {
      const guessed = await make();
      for (const { field } of guessed.doors) tried.add(field);
      await claimGuesses(stage, guessed, { count: sizes[size], claim });
    }
  } finally {
    await stage.end();
  }
  const untried = [
    ...guessable().filter((field) => !tried.has(field) && !Object.hasOwn(noGuess, field)),
    ...Object.keys(noGuess).filter((field) => !guessable().includes(field) || tried.has(field)),
  ];
  claim({
    name: 'fields in which secrets could be guessed and were not',
    figure: untried.join(', ') || 0,
    bound: 'none',
    ok: untried.length === 0,
  });
}

interface Guessing extends Pick<ProofContext, 'claim'> {
  count: number;
}

async function claimGuesses(stage: GuessStage, guessed: Guessed, { count, claim }: Guessing) {
  const { doors, right, wrong } = guessed;
  const tally: Record<GuessOutcome, number> = {
    ...{ evaluated: 0, right: 0, 'too many tries': 0, 'too many requests': 0 },
  };
  const at = (turn: number) => doors[turn % doors.length] as GuessDoor;
  for (let turn = 0; turn < count; turn += 20) {
    const batch = Array.from({ length: 20 }, (_, step) => turn + step);
    const outcomes = await Promise.all(batch.map((each) => stage.guess(at(each), wrong(each))));
    for (const outcome of outcomes) tally[outcome] += 1;
  }
  // What is counted by the minute must not be what refuses the right one.
  if (tally['too many requests'] > 0) await pause(61_000);
  const open: string[] = [];
  for (const door of doors)
    if ((await stage.guess(door, right())) === 'right') open.push(door.field);
  const bystander = await stage.bystander();
  await stage.letTimePass();
  const later = await stage.guess(doors[0] as GuessDoor, right());
  claim({
    name: `${guessed.name}, ${count} guesses at ${doors.length} doors`,
    figure: `${tally.evaluated} evaluated, ${tally['too many tries']} too many for the account, ${tally['too many requests']} for the door; the right one at ${open.join(', ') || 'none'}; somebody else meanwhile: ${bystander}; after the wait: ${later}`,
    bound: `at most ${mostEvaluated} evaluated, the right one refused until the wait is over, others let in`,
    ok:
      tally.evaluated <= mostEvaluated &&
      tally.evaluated > 0 &&
      tally.right === 0 &&
      tally['too many tries'] > count / 3 &&
      open.length === 0 &&
      bystander === 'right' &&
      later === 'right',
  });
}

const guessField = /^(.*password|proof|otp|code)$/i;

/** Fields of the router into which a secret of somebody's could be tried. */
const guessable = (): string[] =>
  subjectsOf(router)
    .filter(({ meta }) => meta.permission !== 'job' && meta.permission !== 'staff')
    .flatMap(({ meta, schema }) =>
      Object.keys(schema.properties ?? {})
        .filter((field) => guessField.test(field) && field !== 'newPassword')
        .map((field) => `${meta.name}.${field}`),
    );
