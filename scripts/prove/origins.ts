import { useCluster } from '@/db/testing/cluster';
import { changed, openDigester } from '@/lib/doors/matrix/digest';
import { type Subject, subjectsOf } from '@/lib/doors/matrix/subject';
import { handleRest } from '@/lib/doors/rest';
import { restPrefix } from '@/lib/doors/rest-prefix';
import { isWrite } from '@/lib/doors/spec';
import { openWorld, type TestTenant } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { router } from '@/lib/router';
import { hostUrl } from '@/lib/tenancy/urls';
import type { ProofContext } from '../testing/proof';

export const name = 'origins';

/** The word of the refusal, which tells it from others that answer 403. */
const refusal = /did not come from a page of this host/;

/** A page of a sibling's host, and of anywhere else, asks every operation with the admin's own cookie. */
export async function run({ adminUrl, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const tenant = await world.tenant();
    const sibling = await world.tenant({ poolId: tenant.poolId });
    const { token } = await world.member(tenant, 'admin');
    const cookie = `${sessionCookie()}=${token}`;
    const digest = await openDigester(world);
    const before = await digest(tenant);
    const subjects = subjectsOf(router).filter(
      ({ meta }) => meta.path !== null && (meta.zone ?? 'tenant') === 'tenant',
    );
    const wrong: string[] = [];
    let asked = 0;
    for (const subject of subjects) {
      for (const [from, origin] of strange(tenant, sibling)) {
        for (const method of ['OPTIONS', subject.meta.method]) {
          const response = await ask(subject, { tenant, cookie, origin, method });
          asked += 1;
          const said = `${method} ${subject.meta.name} from ${from}`;
          if (opens(response)) wrong.push(`${said} may be read there`);
          const writes = method !== 'OPTIONS' && method !== 'GET';
          if (writes && !refusal.test(await response.text()))
            wrong.push(`${said}: ${response.status}`);
        }
      }
      const own = await ask(subject, {
        ...{ tenant, cookie, origin: hostUrl(tenant.host, ''), method: subject.meta.method },
      });
      if (refusal.test(await own.text())) wrong.push(`${subject.meta.name} refuses its own page`);
    }
    const got = subjects.filter(({ meta }) => meta.method === 'GET' && isWrite(meta));
    wrong.push(...got.map(({ meta }) => `${meta.name} writes by GET`));
    const differ = changed(before, await digest(tenant));
    claim({
      name: `operations that a page of another host can write to or read (${subjects.length} operations, asked ${asked} times)`,
      figure: [...wrong.slice(0, 12), ...differ].join('; ') || 0,
      bound: 'none, nothing changed; the own host is not refused',
      ok: wrong.length === 0 && differ.length === 0 && asked > subjects.length * 10,
    });
  } finally {
    await world.end();
  }
}

/** Where a hostile page may stand, as browsers name it. */
const strange = (tenant: TestTenant, sibling: TestTenant): [string, string | null][] => [
  ['a sibling', hostUrl(sibling.host, '')],
  ['the root domain', hostUrl('rowhouse.localhost', '')],
  ['below its own host', hostUrl(`x.${tenant.host}`, '')],
  ['its own host by another scheme', hostUrl(tenant.host, '').replace('http:', 'https:')],
  ['another port', hostUrl(tenant.host, '').replace(/(:\d+)?$/, ':8443')],
  ['elsewhere', 'https://evil.example'],
  ['a sandbox', 'null'],
  ['nowhere', null],
];

interface Asked {
  tenant: TestTenant;
  cookie: string;
  origin: string | null;
  method: string;
}

/** With a field that nobody declares, so that what gets through changes nothing. */
async function ask({ meta }: Subject, { tenant, cookie, origin, method }: Asked) {
  const path = (meta.path ?? '').replace(/\{\w+\}/g, '01890000-0000-7000-8000-000000000000');
  const headers = new Headers({ host: tenant.host, cookie, 'user-agent': 'test' });
  if (origin !== null) headers.set('origin', origin);
  if (method === 'OPTIONS') headers.set('access-control-request-method', meta.method);
  const hasBody = method !== 'GET' && method !== 'OPTIONS';
  if (hasBody) headers.set('content-type', 'application/json');
  const url = hostUrl(tenant.host, `${restPrefix}${path}?undeclared=1`);
  const body = hasBody ? JSON.stringify({ undeclared: 'by anybody' }) : null;
  return await handleRest(new Request(url, { method, headers, body }), '10.5.0.1');
}

const opens = ({ headers }: Response) =>
  [...headers.keys()].some((key) => key.startsWith('access-control-'));
