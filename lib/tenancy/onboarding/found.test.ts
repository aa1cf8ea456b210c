import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { checkSlug, signUp } from './procedures';

let world: World;
let addresses = 0;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

// Each stranger from an address of their own, so that the limit on sign-ups stays out of the way.
const stranger = () =>
  webCall('rest', new Headers({ host: 'rowhouse.localhost' }), `10.0.0.${++addresses}`);

const founding = (slug: string) => ({
  name: 'Harbour Choir',
  slug,
  look: { color: '#1f5fae' },
  owner: { name: 'Ida Berg', email: `ida@${slug}.example`, password: 'six wooden boats' },
  content: 'empty' as const,
});

const newSlug = () => `choir-${uuidv7().slice(-10)}`;

describe('sign-up', () => {
  it('opens a tenant whose founder is its admin, in one audited transaction', async () => {
    const slug = newSlug();
    const made = await invoke(
      signUp,
      { ...founding(slug), invite: ['bo@example.com'] },
      stranger(),
    );
    expect(made.url).toMatch(new RegExp(`^http://${slug}\\.rowhouse\\.localhost`));
    const [facts] = await world.database.query(
      `select t.name, r.key, p.tier, b.version, i.email, a.procedure
       from control.tenants t
       join control.memberships m on m.tenant_id = t.id and m.user_id = t.owner_id
       join control.membership_roles mr on mr.tenant_id = t.id and mr.membership_id = m.id
       join control.roles r on r.tenant_id = t.id and r.id = mr.role_id
       join control.placements p on p.tenant_id = t.id
       join control.brandings b on b.tenant_id = t.id and b.state = 'published'
       join control.invitations i on i.tenant_id = t.id
       join control.audit_events a on a.tenant_id = t.id
       where t.id = $1`,
      [made.tenantId],
    );
    expect(facts).toEqual({
      name: 'Harbour Choir',
      key: 'admin',
      tier: 'pooled',
      version: 1,
      email: 'bo@example.com',
      procedure: 'signUp.create',
    });
  });

  it('gives a slug to one of twenty who want it at once, and leaves nothing of the others', async () => {
    const slug = newSlug();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => invoke(signUp, founding(slug), stranger())),
    );
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    for (const t of tries) {
      if (t.status === 'rejected') expect(t.reason).toMatchObject({ code: 'conflict' });
    }
    const [left] = await world.database.query<{ pools: number; users: number }>(
      `select (select count(*)::int from control.pools p where not exists
         (select 1 from control.tenants t where t.pool_id = p.id)) as pools,
       (select count(*)::int from control.users where email_key = $1) as users`,
      [`ida@${slug}.example`],
    );
    expect(left).toEqual({ pools: 0, users: 1 });
  });

  it('names the field of bad input and writes nothing', async () => {
    const bad = [
      [{ slug: 'admin' }, 'slug'],
      [{ slug: 'a--b' }, 'slug'],
      [{ name: '' }, 'name'],
      [{ name: 'Two\nlines' }, 'name'],
      [{ look: { color: 'red;}' } }, 'look.color'],
      [{ owner: { name: 'I', email: 'nobody', password: 'six wooden boats' } }, 'owner.email'],
      [{ owner: { name: 'I', email: 'a@b.co', password: 'short' } }, 'owner.password'],
      [{ timeZone: 'Mars/Base' }, 'timeZone'],
      [{ role: 'platform' }, 'input'],
    ] as const;
    for (const [change, field] of bad) {
      const slug = newSlug();
      const input = { ...founding(slug), ...change } as never;
      const error = await invoke(signUp, input, stranger()).catch((e: unknown) => e);
      expect(error).toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } });
    }
  });

  it('tells free, taken and reserved addresses apart and proposes another', async () => {
    const slug = newSlug();
    expect(await invoke(checkSlug, { slug }, stranger())).toMatchObject({ free: true });
    await invoke(signUp, founding(slug), stranger());
    expect(await invoke(checkSlug, { slug }, stranger())).toMatchObject({
      free: false,
      suggestion: `${slug}-team`,
    });
    expect(await invoke(checkSlug, { slug: 'console' }, stranger())).toMatchObject({ free: false });
    expect(await invoke(checkSlug, { slug: `${slug} Two!` }, stranger())).toMatchObject({
      free: false,
      suggestion: `${slug}-two`,
    });
  });

  it('stays out of tenant hosts', async () => {
    const tenant = await world.tenant();
    await expect(
      invoke(signUp, founding(newSlug()), world.anonymous(tenant)),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
