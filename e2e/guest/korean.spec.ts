import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { openForm } from '../support/forms';
import { hostOf, urlOf } from '../support/places';
import { newSlug } from '../support/tenants';
import { expect, test } from '../support/test';

test.describe('whose browser asks for Korean', () => {
  test.use({ locale: 'ko-KR' });

  test('a founder walks from the front page to a first record in Korean', async ({ page }) => {
    test.slow();
    const slug = newSlug();
    await page.goto(urlOf('root'));
    await expectKorean(page);
    await page.getByRole('link', { name: '워크스페이스 시작하기' }).first().click();
    await expect(
      page.getByRole('heading', { level: 1, name: '워크스페이스 시작하기' }),
    ).toBeVisible();
    await expectKorean(page);

    const next = () => page.getByRole('button', { name: '계속', exact: true }).click();
    await next();
    await expect(page.getByText('이름을 입력하세요.')).toBeVisible();
    await page.getByLabel('조직 이름').fill('등대 합창단');
    await page.getByLabel('주소', { exact: true }).fill('gangnam');
    await expect(page.getByText('이미 사용 중인 주소입니다.')).toBeVisible();
    await page.getByLabel('주소', { exact: true }).fill(slug);
    await expect(page.getByText('사용할 수 있습니다.', { exact: true })).toBeVisible();
    await next();
    await expect(page.getByRole('heading', { name: '어떤 모습인가요?' })).toBeVisible();
    await next();
    await page.getByLabel('이름', { exact: true }).fill('한지민');
    await page.locator('input[name=email]').fill(`jimin@${slug}.example`);
    await page.locator('input[name=password]').fill('four-small-windows');
    await next();
    await page.getByRole('button', { name: '워크스페이스 열기' }).click();
    await expect(page).toHaveURL(new RegExp(`^http://${hostOf(slug)}`));
    await expect(page.getByRole('heading', { level: 1, name: '홈' })).toBeVisible();

    await expect(async () => {
      await page.goto(urlOf(slug, '/collections'));
      await expect(page.getByRole('link', { name: '프로젝트' })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await page.getByRole('link', { name: '프로젝트' }).click();
    await expect(page.getByRole('grid').getByText('봄 카탈로그')).toBeVisible();

    // The workspace speaks Korean to whoever comes, whatever their browser asks for.
    const visitor = await ask(slug, '/sign-in', { headers: { 'accept-language': 'en' } });
    expect(visitor.text).toContain('<html lang="ko"');
  });

  test('a guest fills in a form in Korean', async ({ page }) => {
    const { path, tenant } = await openForm();
    await page.goto(urlOf(tenant.slug, path));
    // The tenant's language counts before the browser's, and the guest's own choice before both.
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: '한국어' }).click();
    await expectKorean(page);
    await expect(page.getByLabel('Course').getByRole('option').first()).toHaveText('선택');
    // Nobody fills in a form within two seconds.
    await page.waitForTimeout(2_100);
    await page.getByRole('button', { name: '제출' }).click();
    await expect(page.getByText('답변 하나를 고쳐야 합니다.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Name' }).fill('김민');
    await page.getByRole('button', { name: '제출' }).click();
    await expect(page.getByText('감사합니다. 응답이 제출되었습니다.')).toBeVisible();
  });
});

test('a choice of language is remembered, on the site and from page to page', async ({ page }) => {
  await page.goto(urlOf('root'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await page.goto(urlOf('root', '/start'));
  await expect(
    page.getByRole('heading', { level: 1, name: '워크스페이스 시작하기' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Start a workspace' })).toBeVisible();
});

test('no cache serves a page of one language for the other', async () => {
  const asks: [Record<string, string>, string][] = [
    [{ 'accept-language': 'en' }, 'en'],
    [{ 'accept-language': 'ko-KR,ko;q=0.9' }, 'ko'],
    [{ 'accept-language': 'ko', cookie: 'house.language=en' }, 'en'],
    [{ 'accept-language': 'en', cookie: 'house.language=ko' }, 'ko'],
    [{ 'accept-language': 'fr', cookie: 'house.language=xx' }, 'en'],
  ];
  for (const path of ['/', '/start']) {
    const tags = new Map<string, string>();
    // More than once around, since a page is kept from its second time on.
    for (let round = 0; round < 3; round += 1) {
      for (const [headers, language] of asks) {
        const page = await ask('root', path, { headers });
        expect(page.text, `${path} ${JSON.stringify(headers)}`).toContain(
          `<html lang="${language}"`,
        );
        const vary = String(page.headers.vary).toLowerCase();
        expect(vary).toContain('accept-language');
        expect(vary).toContain('cookie');
        tags.set(language, page.headers.etag ?? '');
      }
    }
    expect(tags.get('en')).not.toBe(tags.get('ko'));
    const headers = { 'accept-language': 'ko', 'if-none-match': tags.get('en') ?? '' };
    expect((await ask('root', path, { headers })).status).toBe(200);
  }
});

/** The page is said to be Korean, nothing runs out of it, and everybody can use it. */
async function expectKorean(page: Page) {
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over, `${page.url()} at ${width}`).toBeLessThanOrEqual(0);
  }
}
