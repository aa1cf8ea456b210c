import { expect, type Locator, type Page } from '@playwright/test';
import { ask } from './ask';
import { urlOf } from './places';
import { bearerOf } from './sign-in';
import type { Member } from './tenants';

type Headers = { authorization: string };

export interface OwnCollection {
  id: string;
  headers: Headers;
  slug: string;
}

/** Makes a collection with the given fields over the API, as its designer. */
export async function makeCollection(
  slug: string,
  designer: Member,
  { name, fields }: { name: string; fields: { name: string; type: string; options?: object }[] },
): Promise<OwnCollection> {
  const headers = await bearerOf(slug, designer.email, designer.password);
  const made = await ask(slug, '/api/v1/collections', { headers, json: { name } });
  expect(made.status, made.text).toBe(200);
  for (const field of fields) {
    const path = `/api/v1/collections/${made.body.id}/fields`;
    const added = await ask(slug, path, { headers, json: field });
    expect(added.status, added.text).toBe(200);
  }
  return { id: made.body.id, headers, slug };
}

/** The records of a collection as the API tells them, by field key. */
export async function recordsOf({
  id,
  headers,
  slug,
}: OwnCollection): Promise<{ id: string; data: Record<string, unknown> }[]> {
  const { body } = await ask(slug, `/api/v1/collections/${id}/records`, { headers });
  return body.records;
}

export async function addRecord({ id, headers, slug }: OwnCollection, data: object) {
  const added = await ask(slug, `/api/v1/collections/${id}/records`, { headers, json: { data } });
  expect(added.status, added.text).toBe(200);
}

/** Opens a collection by its name, through the navigation. */
export async function openCollection(page: Page, place: string, name: string): Promise<Locator> {
  await page.goto(urlOf(place, '/collections'));
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  const grid = page.getByRole('grid', { name: `Records of ${name}` });
  await expect(grid).toBeVisible();
  return grid;
}
