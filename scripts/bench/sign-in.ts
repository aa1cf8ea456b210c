import { givePassword, testPassword } from '@/lib/identity/testing';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { Connection } from './stage/connection';
import { getRequest, sideBySide, type Target } from './stage/load';
import { openSide, type Side } from './stage/side';

export const name = 'sign-in';

const parallel = 16;

let side: Side;
let page: Target;

export async function prepare(context: ExperimentContext): Promise<void> {
  side = await openSide(context);
  for (const { tenant, member } of side.places.slice(0, parallel)) {
    await givePassword(side.world, tenant, member.userId);
  }
  page = {
    name: 'page',
    server: side.web,
    requests: side.places.map(({ tenant }) => getRequest('/sign-in', tenant.host)),
  };
  await sideBySide([page], { sliceMs: 2_000, slices: 1 });
}

/** What other people's pages take while sixteen sign in at once. Few ask, so that none waits in line. */
export async function run(): Promise<BenchRow[]> {
  const load = { connections: 2, sliceMs: 1_000, slices: 1 };
  const idle = (await sideBySide([page], load)).get('page');
  let busy = true;
  let signedIn = 0;
  const from = performance.now();
  const signingIn = Promise.all(
    side.places.slice(0, parallel).map(async ({ tenant, member }) => {
      const connection = new Connection(side.web.port);
      do {
        const status = await connection.ask(signInRequest(tenant.host, member.email));
        if (status !== 200) throw new Error(`A sign-in answered ${status}.`);
        signedIn += 1;
      } while (busy);
      connection.close();
    }),
  );
  const during = (await sideBySide([page], load)).get('page');
  busy = false;
  await signingIn;
  const perSecond = signedIn / ((performance.now() - from) / 1_000);
  return [
    { name: 'page when idle, p50', value: idle?.p50Ms ?? 0, unit: 'ms' },
    {
      name: 'page during sign-ins, p50',
      value: during?.p50Ms ?? 0,
      unit: 'ms',
      base: 'page when idle, p50',
      goal: { atMost: 2 },
    },
    { name: 'page during sign-ins, p99', value: during?.p99Ms ?? 0, unit: 'ms' },
    { name: 'sign-ins', value: perSecond, unit: '/s' },
  ];
}

export const finish = () => side.end();

function signInRequest(host: string, email: string): string {
  const body = JSON.stringify({ email, password: testPassword });
  const head = `POST /api/v1/sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json`;
  return `${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
