import type { BenchRow, ExperimentContext } from '../testing/proof';
import { floorRequests, listRows } from './stage/crowd';
import { getRequest, sideBySide, type Target } from './stage/load';
import { openSide, rateRows, type Side } from './stage/side';

export const name = 'json';

let side: Side;
let targets: Target[];

export async function prepare(context: ExperimentContext): Promise<void> {
  side = await openSide(context);
  targets = targetsOf(side);
  await sideBySide(targets, { sliceMs: 2_500, slices: 0 });
}

/** A signed-in list of 25 records through the REST door, against a JSON handler of a bare Next app. */
export async function run(): Promise<BenchRow[]> {
  return rateRows(await sideBySide(targets), [
    { name: 'bare handler', of: 'bare handler' },
    { name: 'bare handler with list', of: 'bare handler with list' },
    { name: 'records', of: 'records', base: 'bare handler with list', atLeast: 3 },
  ]);
}

export const finish = () => side.end();

function targetsOf({ floor, web, places }: Side): Target[] {
  return [
    { name: 'bare handler', server: floor, requests: [getRequest('/api/bare', 'localhost')] },
    { name: 'bare handler with list', server: floor, requests: floorRequests('/api/list', places) },
    {
      name: 'records',
      server: web,
      requests: places.map(({ tenant, collectionId, cookie }) =>
        getRequest(
          `/api/v1/collections/${collectionId}/records?limit=${listRows}&total=false`,
          tenant.host,
          cookie,
        ),
      ),
    },
  ];
}
