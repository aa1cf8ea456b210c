import { useCluster } from '@/db/testing/cluster';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { mintPass } from '@/lib/modules/collections/forms/pass';
import { formProcedures as forms } from '@/lib/modules/collections/forms/procedures';
import { recordProcedures as records } from '@/lib/modules/collections/records/procedures';
import type { RecordPage } from '@/lib/modules/collections/records/shapes';
import { mintCollection } from '@/lib/modules/collections/testing/actors';
import type { ProofContext } from '../testing/proof';

export const name = 'guest-forms';

const sizes = { small: { answers: 700 }, full: { answers: 10_000 } };
/** Answers that one form takes in an hour, from everybody together. */
const perForm = 600;
/** Answers that go to the form of one tenant, repeats apart: its doors take 600 such calls a minute. */
const perTenant = 500;
const atOnce = 8;

interface Stage {
  world: World;
  tenant: TestTenant;
  admin: TestMember;
}

interface Open extends Stage {
  collectionId: string;
  key: string;
  formId: string;
  token: string;
}

/**
 * Ten thousand answers of as many guests: spread over tenants whose forms all have room, each becomes one
 * record, also when it is sent twice; at one form, no more than its bound come in, the others are told so.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const { answers } = sizes[size];
  const world = await openWorld();
  try {
    const spread = await spreadOut(world, answers);
    claim({
      name: 'answers spread over tenants, a tenth of them sent twice',
      figure: `${spread.taken} of ${answers} taken, ${spread.again} of ${spread.twice} repeats refused, ${spread.kept} records, ${spread.different} names`,
      bound: 'each one record, each repeat refused',
      ok:
        [spread.taken, spread.kept, spread.different].every((n) => n === answers) &&
        spread.again === spread.twice,
    });
    const crowd = await crowdIn(world, answers);
    claim({
      name: 'answers to one form in one hour',
      figure: `${crowd.taken} of ${answers} taken, ${crowd.limited} told to wait, ${crowd.kept} records`,
      bound: `${perForm} taken, the others told to wait`,
      ok: crowd.taken === perForm && crowd.kept === perForm && crowd.limited === answers - perForm,
    });
  } finally {
    await world.end();
  }
}

async function spreadOut(world: World, answers: number) {
  const open: Open[] = [];
  for (let made = 0; made * perTenant < answers; made++) open.push(await openForm(world));
  let twice = 0;
  let again = 0;
  const codes = await eachOf(answers, async (n) => {
    const form = open[n % open.length] as Open;
    const pass = passOf(form);
    const code = await send(form, { n, pass });
    if (Math.floor(n / open.length) % 10 === 0) {
      twice += 1;
      if ((await send(form, { n, pass })) === 'conflict') again += 1;
    }
    return code;
  });
  const names = (await Promise.all(open.map(namesIn))).flat();
  return {
    taken: codes.filter((code) => code === 'taken').length,
    twice,
    again,
    kept: names.length,
    different: new Set(names).size,
  };
}

async function crowdIn(world: World, answers: number) {
  const form = await openForm(world);
  const codes = await eachOf(answers, (n) => send(form, { n, pass: passOf(form) }));
  return {
    taken: codes.filter((code) => code === 'taken').length,
    limited: codes.filter((code) => code === 'limit').length,
    kept: (await namesIn(form)).length,
  };
}

async function openForm(world: World): Promise<Open> {
  const tenant = await world.tenant();
  const admin = await world.member(tenant, 'admin');
  const { id: collectionId, fields } = await mintCollection(admin, 'Answers', [
    { name: 'Name', type: 'text' },
    { name: 'Level', type: 'number' },
  ]);
  const asked = Object.values(fields).map(({ id }) => ({ fieldId: id, required: true, label: '' }));
  await invoke(forms.save, { collectionId, title: 'Apply', fields: asked }, admin.call());
  const { id: formId, token } = await invoke(forms.publish, { collectionId }, admin.call());
  return { world, tenant, admin, collectionId, key: fields.Name?.key ?? '', formId, token };
}

const passOf = ({ tenant: { tenantId }, formId }: Open) =>
  mintPass({ tenantId, formId }, Date.now() - 10_000);

/** Sends one answer from an address of its own; answers `taken` or why not. */
async function send(
  { world, tenant, token }: Open,
  { n, pass }: { n: number; pass: string },
): Promise<string> {
  const address = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
  const values = { name: `Guest ${n}`, level: String(n) };
  return await invoke(
    forms.submit,
    { token, pass, values },
    { ...world.anonymous(tenant), address },
  ).then(
    () => 'taken',
    ({ code }: { code?: string }) => code ?? 'broken',
  );
}

async function namesIn({ admin, collectionId, key }: Open): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: RecordPage = await invoke(
      records.list,
      { collectionId, limit: 500, ...(cursor && { cursor }) },
      admin.call(),
    );
    names.push(...page.records.map(({ data }) => String(data[key])));
    cursor = page.nextCursor;
  } while (cursor);
  return names;
}

/** Does work for each number below `count`, some at once, and answers in order. */
async function eachOf<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = new Array(count);
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) done[n] = await work(n);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return done;
}
