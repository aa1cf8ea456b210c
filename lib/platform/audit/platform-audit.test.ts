import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertStaff } from '@/db/installation';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { staffCookie } from '@/lib/identity/cookies';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { staffProcedures as staff } from '../staff/procedures';
import { tenantsProcedures as tenants } from '../tenants/procedures';
import { platformAuditProcedures as platformAudit } from './procedures';

const host = 'console.rowhouse.localhost';
const account = { email: 'ash@rowhouse.example', password: 'a long enough password' };
const reason = 'Asked for by its owner';

let world: World;
let a: TestTenant;
let token: string;

const from = (cookie: string | null) =>
  webCall('rest', new Headers({ host, ...(cookie && { cookie }) }), '10.0.0.1');
const asStaff = () => from(`${staffCookie()}=${token}`);

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  await insertStaff(world.database.adminUrl, {
    email: account.email,
    name: 'Ash',
    passwordHash: await hashPassword(account.password),
    tokenHash: hashToken(newToken()),
  });
  token = (await invoke(staff.signIn, account, from(null))).token;
});
afterAll(() => world.end());

describe('platformAudit.list', () => {
  it('pages by key', async () => {
    for (let n = 0; n < 3; n++) {
      await invoke(tenants.suspend, { id: a.tenantId, reason }, asStaff());
      await invoke(tenants.resume, { id: a.tenantId, reason }, asStaff());
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { tenantId: a.tenantId, size: 4, ...(cursor && { cursor }) };
      const page = await invoke(platformAudit.list, query, asStaff());
      seen.push(...page.events.map((event) => event.id));
      cursor = page.older ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(6);
    await expect(invoke(platformAudit.list, { cursor: 'x' }, asStaff())).rejects.toMatchObject({
      fields: { cursor: expect.any(String) },
    });
  });
});
