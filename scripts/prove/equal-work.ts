import { v7 as uuidv7 } from 'uuid';
import { useCluster } from '@/db/testing/cluster';
import { type Callable, invoke } from '@/lib/doors/callable';
import { proceduresByName } from '@/lib/doors/job';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { isAppError } from '@/lib/errors';
import { givePassword } from '@/lib/identity/testing';
import type { ProofContext } from '../testing/proof';
import { slackOf } from '../testing/slack';

export const name = 'equal-work';

const rounds = { small: 8, full: 60 };
const mostGapMs = 5;

interface Scene {
  world: World;
  tenant: TestTenant;
  sibling: TestTenant;
  admin: TestMember;
}

/** A question that an address is part of, of which nothing may tell whether it has an account. */
interface Question {
  name: string;
  operation: string;
  /** At small size only every so often. */
  isSlow?: boolean;
  /** Who is known: a member here unless said otherwise. */
  knownAt?: 'sibling';
  as?: 'admin' | 'site';
  input(email: string, scene: Scene): Record<string, unknown>;
}

const password = 'not-the-password-at-all';

const questions: Question[] = [
  {
    name: 'sign-in of a client',
    operation: 'session.start',
    input: (email) => ({ email, password }),
  },
  {
    name: 'sign-in of a browser',
    operation: 'signIn.withPassword',
    input: (email) => ({ email, password }),
  },
  {
    name: 'sign-in with an account of a sibling',
    operation: 'signIn.withPassword',
    knownAt: 'sibling',
    input: (email) => ({ email, password }),
  },
  {
    name: 'a link to sign in',
    operation: 'signIn.requestLink',
    input: (email) => ({ email, returnPath: '/' }),
  },
  { name: 'a reset', operation: 'signIn.requestReset', input: (email) => ({ email }) },
  {
    name: 'an invitation of an account of a sibling',
    operation: 'people.invite',
    knownAt: 'sibling',
    as: 'admin',
    input: (email, { tenant }) => ({ people: [{ email, roleId: tenant.roleIds.basic }] }),
  },
  {
    name: 'a sign-up',
    operation: 'signUp.create',
    isSlow: true,
    as: 'site',
    input: (email) => ({
      name: 'Harbour Choir',
      slug: `choir-${uuidv7().slice(-10)}`,
      tier: 'pooled',
      look: { color: '#1f5fae' },
      owner: { name: 'Ida Berg', email, password: 'six wooden boats at noon' },
      content: 'empty',
    }),
  },
];

let callers = 0;

/** The same answer after the same work, whether or not somebody has an account. */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    for (const question of questions) {
      const count = question.isSlow && size === 'small' ? 4 : rounds[size];
      // Tenants of its own, since strangers have only so many calls a minute at each.
      const tenant = await world.tenant();
      const sibling = await world.tenant({ poolId: tenant.poolId });
      const scene = { world, tenant, sibling, admin: await world.member(tenant, 'admin') };
      await claimEqual(scene, question, { count, size, claim });
    }
  } finally {
    await world.end();
  }
}

interface Measure extends Pick<ProofContext, 'size' | 'claim'> {
  count: number;
}

async function claimEqual(scene: Scene, question: Question, { count, size, claim }: Measure) {
  const { world, tenant, sibling } = scene;
  const known: number[] = [];
  const unknown: number[] = [];
  const told: string[] = [];
  // Neither side pays for what is done once.
  await ask(scene, question, `first-${question.operation}-${callers}@example.com`);
  for (let round = 0; round < count; round++) {
    const at = question.knownAt === 'sibling' ? sibling : tenant;
    const { email, userId } = await world.member(at, 'basic');
    await givePassword(world, at, userId);
    await world.database.query('delete from control.attempts');
    const stranger = email.replace('basic', 'nobody');
    const sides = [
      { email, took: known },
      { email: stranger, took: unknown },
    ];
    const answers: string[] = [];
    for (const { email: asked, took } of round % 2 ? sides : sides.toReversed()) {
      const { ms, answer } = await ask(scene, question, asked);
      took.push(ms);
      answers.push(answer.replaceAll(asked, 'somebody'));
    }
    if (answers[0] !== answers[1]) told.push(answers.join(' and '));
  }
  const [a, b] = [median(known), median(unknown)];
  // Of pairs, so that what else the machine does weighs on both sides alike.
  const gap = Math.abs(median(known.map((took, at) => took - (unknown[at] ?? 0))));
  // Beside others a hash of a password takes now one time, now twice that.
  const least = size === 'full' ? 0 : Math.min(a, b) * 0.3;
  const bound = Math.round(Math.max(mostGapMs, least) * slackOf(size));
  claim({
    name: `${question.name} of known and unknown addresses`,
    figure: [
      `${a.toFixed(1)} ms and ${b.toFixed(1)} ms in the median of ${count}, ${gap.toFixed(1)} ms apart in that of pairs`,
      ...told.slice(0, 1),
    ].join('; told apart by '),
    bound: `less than ${bound} ms apart, the same answer`,
    ok: gap < bound && told.length === 0,
  });
}

async function ask(
  { tenant, admin }: Scene,
  { operation, as, input }: Question,
  email: string,
): Promise<{ ms: number; answer: string }> {
  callers += 1;
  const host = as === 'site' ? 'rowhouse.localhost' : tenant.host;
  const address = `10.4.${(callers >> 8) & 255}.${callers & 255}`;
  const call = as === 'admin' ? admin.call() : webCall('rest', new Headers({ host }), address);
  const given = input(email, { tenant } as Scene);
  const procedure = proceduresByName.get(operation) as Callable<never, never>;
  const began = performance.now();
  const answer = await invoke(procedure, given as never, call).then(
    (value) => shapeOf(value),
    (error) => {
      if (!isAppError(error) || error.code === 'limit') throw error;
      return `${error.code} ${error.message}`;
    },
  );
  return { ms: performance.now() - began, answer };
}

/** An answer without what differs from call to call. */
const shapeOf = (value: unknown) =>
  JSON.stringify(value)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/[\w-]{43,}/g, 'token')
    .replace(/choir-[0-9a-f]+/g, 'slug');

const median = (values: number[]) =>
  values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0;
