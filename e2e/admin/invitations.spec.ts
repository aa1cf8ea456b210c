import { ask } from '../support/ask';
import { inDatabase } from '../support/database';
import { urlOf } from '../support/places';
import { enter, inviteByMail, linkMailedTo, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const newcomer = { name: 'Noor Dahl', password: 'seven-green-lamps' };

test('an invitation lets one person in, once', async ({ page, anotherDevice }) => {
  const tenant = await openTenant();
  const link = await inviteByMail(tenant, 'basic', `noor@${tenant.slug}.example`);
  await page.goto(link);
  await page.getByLabel('Your name').fill(newcomer.name);
  await page.getByLabel('Choose a password').fill('short');
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await expect(
    page.getByText('Use at least 15 characters. A few words in a row are good.'),
  ).toBeVisible();
  await page.getByLabel('Choose a password').fill(newcomer.password);
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await expect(page).toHaveURL(urlOf(tenant.slug));

  const other = await anotherDevice();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This invitation was used');
  await other.getByRole('link', { name: `Go to ${tenant.name}` }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  const path = `/api/v1/invitations/${link.split('/').at(-1)}/accept`;
  const again = await ask(tenant.slug, path, {
    json: { name: 'Somebody Else', password: 'nine-quiet-harbours' },
  });
  expect(again.status).toBeGreaterThanOrEqual(400);
  expect(again.status).toBeLessThan(500);
});

test('an invitation that is too old opens nothing, even when its page was open before', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const email = `late@${tenant.slug}.example`;
  const link = await inviteByMail(tenant, 'basic', email);
  await page.goto(link);
  await page.getByLabel('Your name').fill(newcomer.name);
  await page.getByLabel('Choose a password').fill(newcomer.password);
  const aged = await inDatabase(
    `update control.invitations set expires_at = now() - interval '1 minute' where email = $1`,
    [email],
  );
  expect(aged.rowCount).toBe(1);
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await expect(page.getByText(/too old/)).toBeVisible();
  await expect(page).toHaveURL(link);

  const other = await anotherDevice();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This invitation is too old');
  const signedIn = await ask(tenant.slug, '/api/v1/sign-in', {
    json: { email, password: newcomer.password },
  });
  expect(signedIn.status).toBe(401);
});

test('a list is shown as it was understood, sent line by line, and the rest taken up again', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const [kim, lee] = [`kim@${tenant.slug}.example`, `lee@${tenant.slug}.example`];
  await enter(page, tenant, '/settings/people');
  await page.getByRole('button', { name: 'Invite people' }).click();
  const lines = [
    'name;email;role',
    `Kim Min;${kim};Advanced`,
    `Lee;${lee};Boss`,
    `Olga;${tenant.owner.email};`,
  ];
  const chooser = page.getByLabel('CSV file with addresses');
  await chooser.setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  });
  const understood = page.getByRole('region', { name: 'As understood' });
  await expect(understood.getByText('2 to send, 1 left out')).toBeVisible();
  await expect(understood.getByText('There is no role “Boss” that you can give.')).toBeVisible();
  await page.getByRole('button', { name: 'Send 2 invitations' }).click();
  await expect(page.getByText('1 sent, 2 not sent.')).toBeVisible();
  await expect(page.getByText('This person is a member already.')).toBeVisible();

  await page.getByRole('button', { name: 'Correct the others' }).click();
  const box = page.getByLabel('Addresses', { exact: true });
  await expect(box).toHaveValue(`${lee}, Lee, Boss\n${tenant.owner.email}, Olga, Basic`);
  await box.fill(`${lee}, Lee`);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('1 sent.')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: /^Invitations/ }).click();
  await expect(page.getByRole('row', { name: kim })).toContainText('Advanced');
  await expect(page.getByRole('row', { name: kim })).toContainText('Open until');

  const other = await anotherDevice();
  await other.goto(await linkMailedTo(kim));
  await expect(other.getByLabel('Your name')).toHaveValue('Kim Min');
  await expect(other.getByText(/The invitation ends on/)).toBeVisible();
});

test('whoever opens the invitation of somebody else may sign out and go on', async ({ page }) => {
  const tenant = await openTenant();
  const email = `guest@${tenant.slug}.example`;
  const link = await inviteByMail(tenant, 'basic', email);
  await enter(page, tenant);
  await page.goto(link);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('This invitation is for somebody else');
  await expect(page.getByText(tenant.owner.email)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out and go on' }).click();
  await expect(title).toHaveText(`Join ${tenant.name}`);
  await expect(page).toHaveURL(link);
});
