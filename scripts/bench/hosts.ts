import type { BenchRow, ExperimentContext } from '../testing/proof';
import { getRequest, sideBySide, type Target } from './stage/load';
import { addTenants } from './stage/many-tenants';
import { memoryMb } from './stage/server';
import { openSide, rateRows, type Side } from './stage/side';

export const name = 'hosts';

const sizes = { small: 500, full: 10_000 };

let side: Side;
let targets: Target[];
let count: number;
let grownMb: number;

export async function prepare(context: ExperimentContext): Promise<void> {
  count = sizes[context.size];
  side = await openSide(context);
  const [model] = side.places;
  if (!model) throw new Error('The bench minted no tenant.');
  await addTenants(side.world, { model: model.tenant.tenantId, prefix: 'host', count });
  targets = [
    { name: 'one host', server: side.web, requests: [signIn('host-1')] },
    {
      name: 'many hosts',
      server: side.web,
      requests: Array.from({ length: count }, (_, n) => signIn(`host-${n + 1}`)),
    },
  ];
  await sideBySide(targets.slice(0, 1), { sliceMs: 5_000, slices: 0 });
  const before = memoryMb(side.web.pid) ?? Number.NaN;
  // Long enough for every host to be asked once.
  await sideBySide(targets, { sliceMs: Math.max(5_000, count * 6), slices: 0 });
  grownMb = (memoryMb(side.web.pid) ?? Number.NaN) - before;
}

/** The same page of one tenant over and over, and of as many tenants in turn. */
export async function run(): Promise<BenchRow[]> {
  const figures = await sideBySide(targets);
  return [
    ...rateRows(figures, [
      { name: 'one host', of: 'one host' },
      { name: `${count} hosts in turn`, of: 'many hosts', base: 'one host', atLeast: 0.9 },
    ]),
    { name: 'web process grown by', value: grownMb, unit: 'MB', goal: { atMost: 100 } },
  ];
}

export const finish = () => side.end();

const signIn = (slug: string) => getRequest('/sign-in', `${slug}.rowhouse.localhost`);
