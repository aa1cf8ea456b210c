import { ask } from './support/ask';
import { inDatabase } from './support/database';
import { urlOf } from './support/places';
import { arrive } from './support/sign-in';
import { openTenant } from './support/tenants';
import { expect, test } from './support/test';

/** A host under which a browser finds this machine, as if the house had given it to the tenant. */
const give = (tenantId: string, host: string) =>
  inDatabase(
    `with made as (insert into control.domains (tenant_id, id, host, proof, state)
       values ($1, app.uuid7(), $2, 'x', 'live') returning host, tenant_id)
     insert into control.hosts (host, tenant_id) select host, tenant_id from made`,
    [tenantId, host],
  );

const prefer = (tenantId: string, host: string | null) =>
  inDatabase(`update control.domains set is_primary = (host = $2) is true where tenant_id = $1`, [
    tenantId,
    host,
  ]);

test('whoever is signed in at a domain goes on to the primary one with their session', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { id, slug, owner } = tenant;
  const [first, second] = [`first.${slug}.localhost`, `second.${slug}.localhost`];
  await give(id, first);
  await give(id, second);
  await arrive(page, urlOf(first, '/settings/general'), owner);
  await prefer(id, second);
  await expect
    .poll(async () => (await ask(first, '/sign-in')).headers.location)
    .toBe(urlOf(second, '/sign-in'));
  await page.goto(urlOf(first, '/settings/people?x=1'));
  await expect(page).toHaveURL(urlOf(second, '/settings/people?x=1'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');

  const stranger = await anotherDevice();
  await stranger.goto(urlOf(first, '/settings/people'));
  await expect(stranger).toHaveURL(new RegExp(`^http://${second}:\\d+/sign-in`));

  // A session that stands no more leads to the sign-in page, not round and round.
  await inDatabase(
    'update control.logins set revoked_at = now() where pool_id in (select pool_id from control.tenants where id = $1)',
    [id],
  );
  await page.goto(urlOf(first, '/settings/people'));
  await expect(page).toHaveURL(new RegExp(`^http://${second}:\\d+/sign-in`));

  // The workspace's own address stays what it is.
  expect((await ask(slug, '/sign-in')).status).toBe(200);
  await prefer(id, null);
  await expect.poll(async () => (await ask(first, '/sign-in')).status).toBe(200);
});
