import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { demoPassword, urlOf } from '../support/places';
import { bearerOf } from '../support/sign-in';
import { expect, test } from '../support/test';

const admin = 'admin@acme.example';
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

test('a person reads every page of their day in Korean', async ({ page }) => {
  test.slow();
  await page.goto(urlOf('acme', '/sign-in'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expectFits(page);
  await page.getByLabel('이메일', { exact: true }).fill(admin);
  await page.getByLabel('비밀번호', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: '로그인', exact: true }).click();
  await expect(page.getByText('이메일 또는 비밀번호가 올바르지 않습니다.')).toBeVisible();
  await page.getByLabel('비밀번호', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: '로그인', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '홈' })).toBeVisible();
  const [collection] = await collections();
  const places: [string, string][] = [
    ['/account', '내 계정'],
    ['/settings/general', '일반'],
    ['/settings/people', '구성원'],
    ['/settings/data', '데이터'],
    ['/collections', '컬렉션'],
    [`/collections/${collection?.id}`, collection?.name ?? ''],
  ];
  for (const [path, title] of places) {
    await page.goto(urlOf('acme', path));
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expectFits(page);
  }
});

test('the account’s language wins over the device’s, and comes along to a new one', async ({
  page,
  browser,
}) => {
  const who = 'basic@acme.example';
  const authorization = await bearerOf('acme', who);
  const choose = (locale: 'ko' | null) =>
    ask('acme', '/api/v1/account', { method: 'PATCH', headers: authorization, json: { locale } });
  await choose('ko');
  try {
    await enter(page, who);
    await expect(page.getByRole('heading', { level: 1, name: '홈' })).toBeVisible();
    const other = await browser.newContext();
    const second = await other.newPage();
    await enter(second, who);
    await expect(second.locator('html')).toHaveAttribute('lang', 'ko');
    await other.close();
  } finally {
    await choose(null);
  }
});

async function enter(page: Page, email: string) {
  await page.goto(urlOf('acme', '/sign-in'));
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function collections(): Promise<{ id: string; name: string }[]> {
  const headers = await bearerOf('acme', admin);
  const { body } = await ask('acme', '/api/v1/collections', { headers });
  return body.items ?? body.collections ?? body;
}

/** Nothing runs out of the page at either width, as it is and with words half as long again. */
async function expectFits(page: Page) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    expect(await overflow(page), `${page.url()} at ${size.width}`).toBeLessThanOrEqual(0);
  }
  await lengthen(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await overflow(page), `${page.url()} lengthened`).toBeLessThanOrEqual(0);
  }
  await page.reload();
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Each word of the page grows by a half, as other languages would make it. */
const lengthen = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (text.parentElement?.closest('script,style')) continue;
      const words = text.textContent ?? '';
      text.textContent = words.replace(
        /[\p{L}]{2,}/gu,
        (word) => word + word.slice(0, Math.ceil(word.length / 2)),
      );
    }
  });
