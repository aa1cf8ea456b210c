import type { BenchRow, ExperimentContext } from '../testing/proof';
import { floorRequests } from './stage/crowd';
import { getRequest, sideBySide, type Target } from './stage/load';
import { openSide, rateRows, type Side } from './stage/side';

export const name = 'pages';

let side: Side;
let targets: Target[];

export async function prepare(context: ExperimentContext): Promise<void> {
  side = await openSide(context);
  targets = targetsOf(side);
  await sideBySide(targets, { sliceMs: 2_500, slices: 0 });
}

/** A tenant's pages for anybody and for its members, against pages of a bare Next app. */
export async function run(): Promise<BenchRow[]> {
  const figures = await sideBySide(targets);
  return rateRows(figures, [
    { name: 'bare page', of: 'bare page' },
    { name: 'cached bare page', of: 'cached bare page' },
    { name: 'sign-in page', of: 'sign-in page', base: 'bare page', atLeast: 0.775 },
    { name: 'sign-in page again', of: 'sign-in page', base: 'cached bare page', atLeast: 0.9 },
    { name: 'bare page with list', of: 'bare page with list' },
    { name: 'collection page', of: 'collection page', base: 'bare page', atLeast: 0.44 },
    {
      name: 'collection page again',
      of: 'collection page',
      base: 'bare page with list',
      atLeast: 0.85,
    },
  ]);
}

export const finish = () => side.end();

function targetsOf({ floor, web, places }: Side): Target[] {
  return [
    { name: 'bare page', server: floor, requests: [getRequest('/', 'localhost')] },
    {
      name: 'cached bare page',
      server: floor,
      requests: places.map(({ tenant }) => getRequest(`/cached/${tenant.host}`, 'localhost')),
    },
    {
      name: 'sign-in page',
      server: web,
      requests: places.map(({ tenant }) => getRequest('/sign-in', tenant.host)),
    },
    { name: 'bare page with list', server: floor, requests: floorRequests('/list', places) },
    {
      name: 'collection page',
      server: web,
      requests: places.map(({ tenant, collectionId, cookie }) =>
        getRequest(`/collections/${collectionId}`, tenant.host, cookie),
      ),
    },
  ];
}
