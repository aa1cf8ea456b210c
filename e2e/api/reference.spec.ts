import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { urlOf } from '../support/places';
import { expect, test } from '../support/test';

interface Described {
  openapi: string;
  info: { title: string };
  servers: { url: string }[];
  paths: Record<
    string,
    Record<string, { operationId: string; summary: string; responses: object }>
  >;
}

test('the description is OpenAPI 3.1 in which every reference leads somewhere', async () => {
  const { status, headers, body, text } = await ask('gangnam', '/api/v1/openapi.json');
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('application/json');
  const document = body as Described;
  expect(document.openapi).toMatch(/^3\.1/);
  expect(document.info.title).toContain('Gangnam Study Centre');
  expect(document.servers[0]?.url).toBe(urlOf('gangnam', '/api/v1'));

  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.length).toBeGreaterThan(30);
  for (const { operationId, summary, responses } of operations) {
    expect(summary, operationId).not.toBe('');
    expect(responses, operationId).toHaveProperty('200');
  }
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer.split('/').reduce<unknown>(
      // biome-ignore lint/suspicious/noExplicitAny: walks whatever the document holds
      (at, key) => (at as any)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );
    expect(target, pointer).toBeDefined();
  }
});

test('every described path answers as a path that exists', async () => {
  const { body } = await ask('gangnam', '/api/v1/openapi.json');
  for (const [path, operations] of Object.entries((body as Described).paths)) {
    if (!operations.get || path.includes('{')) continue;
    const { status } = await ask('gangnam', `/api/v1${path}`);
    expect([200, 400, 401], path).toContain(status);
  }
});

test('the reference is a page that a person can read', async ({ page }) => {
  await page.goto(urlOf('gangnam', '/api/v1'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gangnam Study Centre');
  await expect(page.getByRole('heading', { name: 'Authentication' })).toBeVisible();
  const operation = page.locator('details', { hasText: '/collections/{collectionId}/records' });
  await operation.first().locator('summary').click();
  await expect(operation.first().getByText('Who may call it')).toBeVisible();
  // Hundreds of operations are drawn alike: looking at each takes minutes, at every tenth seconds.
  await page.locator('details:not([open])').evaluateAll((all) => {
    for (const [at, details] of all.entries()) if (at % 10 > 0) details.remove();
  });
  expect(await page.locator('details').count()).toBeGreaterThan(20);
  await expectAccessible(page);
});
