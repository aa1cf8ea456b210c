import sharp from 'sharp';
import { invoke } from '@/lib/doors/callable';
import type { TestMember } from '@/lib/doors/testing';
import { brandingProcedures as branding } from '@/lib/tenancy/brand-settings/procedures';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { send } from '../testing/web';
import type { Place } from './stage/crowd';
import { getRequest, sideBySide, type Target } from './stage/load';
import { openSide, rateRows, type Side } from './stage/side';

export const name = 'branded';

let side: Side;
let targets: Target[];

/** Every second tenant has a look of its own, with all that one can hold. */
export async function prepare(context: ExperimentContext): Promise<void> {
  side = await openSide(context);
  const dressed = side.places.filter((_, at) => at % 2 === 0);
  for (const { member } of dressed) await dress(member);
  const plain = side.places.filter((place) => !dressed.includes(place));
  targets = targetsOf(side, { plain, dressed });
  await sideBySide(targets, { sliceMs: 2_500, slices: 0 });
}

/** Pages of tenants with a look of their own against those without; and how soon a look is seen. */
export async function run(): Promise<BenchRow[]> {
  const figures = await sideBySide(targets);
  const rates = rateRows(figures, [
    { name: 'plain sign-in page', of: 'plain sign-in page' },
    {
      name: 'branded sign-in page',
      of: 'branded sign-in page',
      base: 'plain sign-in page',
      atLeast: 0.95,
    },
    { name: 'plain collection page', of: 'plain collection page' },
    {
      name: 'branded collection page',
      of: 'branded collection page',
      base: 'plain collection page',
      atLeast: 0.95,
    },
  ]);
  const seenAfter = await published(side);
  return [
    ...rates,
    { name: 'publish until seen', value: seenAfter, unit: 'ms', goal: { atMost: 2_000 } },
  ];
}

export const finish = () => side.end();

async function dress(member: TestMember) {
  const paths = [];
  for (const [kind, width, height] of [
    ['logo', 640, 192],
    ['favicon', 128, 128],
  ] as const) {
    const background = { r: 20, g: 90, b: 160, alpha: 1 };
    const picture = sharp({ create: { width, height, channels: 4, background } });
    const file = new File([new Uint8Array(await picture.png().toBuffer())], `${kind}.png`);
    paths.push((await invoke(branding.upload, { kind, file }, member.call())).path);
  }
  const [logoPath, faviconPath] = paths;
  const tokens = {
    color: '#145aa0',
    accent: '#b4532a',
    radius: 12,
    density: 'compact',
    font: 'pretendard',
    appearance: 'system',
    name: 'Academy of the Harbour',
    logoPath,
    faviconPath,
    signIn: { title: 'Welcome back', words: 'Ask at the front desk when you cannot come in.' },
    whiteLabel: true,
  };
  await publish(member, tokens);
}

async function publish(member: TestMember, tokens: object) {
  await invoke(branding.save, { tokens } as never, member.call());
  await invoke(branding.publish, {}, member.call());
}

let publications = 0;

/** Milliseconds from the answer to a publication until a page says its name. */
async function published({ places, web }: Side): Promise<number> {
  const [first] = places;
  if (!first) throw new Error('Nobody is there.');
  publications += 1;
  const title = `Harbour ${publications}`;
  await publish(first.member, { color: '#145aa0', name: title });
  const from = performance.now();
  const headers = { host: first.tenant.host, accept: 'text/html' };
  for (;;) {
    const { body } = await send(web.port, { path: '/sign-in', headers });
    if (body.includes(title)) return performance.now() - from;
    if (performance.now() - from > 30_000) throw new Error('A look was never seen.');
  }
}

type Groups = Record<'plain' | 'dressed', Place[]>;

function targetsOf({ web }: Side, { plain, dressed }: Groups): Target[] {
  const page = (places: Place[]) => ({
    signIn: places.map(({ tenant }) => getRequest('/sign-in', tenant.host)),
    collection: places.map(({ tenant, collectionId, cookie }) =>
      getRequest(`/collections/${collectionId}`, tenant.host, cookie),
    ),
  });
  const [without, branded] = [page(plain), page(dressed)];
  return [
    { name: 'plain sign-in page', server: web, requests: without.signIn },
    { name: 'branded sign-in page', server: web, requests: branded.signIn },
    { name: 'plain collection page', server: web, requests: without.collection },
    { name: 'branded collection page', server: web, requests: branded.collection },
  ];
}
