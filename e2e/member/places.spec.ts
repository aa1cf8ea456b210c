import { choose } from '../support/menu';
import { customDomain, hostOf, urlOf } from '../support/places';
import { arrive, signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

test('somebody of two places goes from one to the other without signing in again', async ({
  page,
}) => {
  await signIn(page, 'gangnam', 'student.a@example.com');
  const switcher = page.getByRole('button', { name: /^Gangnam Study Centre/ });
  await choose(page, switcher, 'Bundang Maths Academy');
  await expect(page).toHaveURL(urlOf('bundang'));
  await expect(page.getByText('Han Seo-yeon').first()).toBeVisible();
  expect(page.url()).not.toContain('ticket');

  const sessions = (await page.context().cookies()).filter(({ name }) => /session/.test(name));
  const hosts = new Set(sessions.map(({ domain }) => domain));
  expect([...hosts].sort()).toEqual([hostOf('bundang'), hostOf('gangnam')]);
  await page.goto(urlOf('gangnam'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the way into another place is good once, and only for the browser that asked', async ({
  page,
  anotherDevice,
}) => {
  await signIn(page, 'gangnam', 'student.a@example.com');
  const landing = page.waitForRequest(/\/arrive\?ticket=/);
  await page.goto(urlOf('gangnam', '/switch/bundang'));
  const url = (await landing).url();
  await expect(page).toHaveURL(urlOf('bundang'));

  const thief = await anotherDevice();
  await thief.goto(url);
  await expect(thief).toHaveURL(/\/sign-in/);
  await page.context().clearCookies({ domain: hostOf('bundang') });
  await page.goto(url);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('the hand-off leads to a custom domain and back', async ({ page }) => {
  const teacher = 'teacher.b@example.com';
  await arrive(page, urlOf('gangnam', '/account'), { email: teacher });
  await page.goto(urlOf('gangnam', '/switch/daechi'));
  await expect(page).toHaveURL(urlOf(customDomain));
  await expect(page.getByText('Oh Min-jae').first()).toBeVisible();
  await page.goto(urlOf(customDomain, '/switch/gangnam'));
  await expect(page).toHaveURL(urlOf('gangnam'));
});

test('nobody is handed to a place where they do not belong', async ({ page }) => {
  await arrive(page, urlOf('gangnam', '/account'), { email: 'student.a@example.com' });
  for (const slug of ['daechi', 'acme', 'nobody-lives-here']) {
    await page.goto(urlOf('gangnam', `/switch/${slug}`));
    await expect(page, slug).toHaveURL(urlOf('gangnam'));
  }
});

test('home tells what waits in every place, one place alone too', async ({ page }) => {
  await signIn(page, 'gangnam', 'student.a@example.com');
  const places = page.getByRole('navigation', { name: 'Show what is in' });
  await expect(places.getByRole('link')).toHaveText([
    'All workspaces',
    'Gangnam Study Centre',
    'Bundang Maths Academy',
  ]);
  await expect(page.getByRole('heading', { name: 'Assigned to you' })).toBeVisible();
  await places.getByRole('link', { name: 'Bundang Maths Academy' }).click();
  await expect(page).toHaveURL(urlOf('gangnam', '/?from=bundang'));
  await expect(places.getByRole('link', { name: 'Bundang Maths Academy' })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('the switcher opens by its keys', async ({ page }) => {
  await signIn(page, 'gangnam', 'student.a@example.com');
  const bundang = page.getByRole('menuitem', { name: /^Bundang Maths Academy/ });
  // Keys that come before the page is awake do nothing.
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await expect(bundang).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await bundang.press('Enter');
  await expect(page).toHaveURL(urlOf('bundang'));
});

test('a link into another place is offered, in a tab of its own where it asks for one', async ({
  page,
  context,
}) => {
  await signIn(page, 'gangnam', 'student.a@example.com');
  const offer = page.getByRole('alertdialog', { name: 'Switch to Bundang Maths Academy?' });
  const link = page.getByRole('link', { name: 'Elsewhere' });
  await page.evaluate(
    (href) => {
      const made = Object.assign(document.createElement('a'), { href, textContent: 'Elsewhere' });
      document.querySelector('main')?.prepend(made);
    },
    urlOf('bundang', '/collections'),
  );
  const asks = async () => {
    // The page is awake once its keys are heard.
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await link.click();
    await expect(offer).toBeVisible();
    return page.getByRole('button', { name: 'Switch and open' });
  };

  await link.evaluate((made) => made.setAttribute('target', '_blank'));
  const agree = await asks();
  const [tab] = await Promise.all([context.waitForEvent('page'), agree.click()]);
  await expect(tab).toHaveURL(urlOf('bundang', '/collections'));
  await expect(page).toHaveURL(urlOf('gangnam'));
  await tab.close();

  await link.evaluate((made) => made.removeAttribute('target'));
  await (await asks()).click();
  await expect(page).toHaveURL(urlOf('bundang', '/collections'));
});
