import { expect } from '@playwright/test';
import { ask } from './ask';
import { makeCollection, type OwnCollection } from './collections';
import { openTenant } from './tenants';

const choices = [
  { id: 'am', name: 'Morning' },
  { id: 'pm', name: 'Afternoon' },
];

/** An open form of a tenant of its own, with a question of each sort. */
export async function openForm(): Promise<{
  tenant: Awaited<ReturnType<typeof openTenant>>;
  collection: OwnCollection;
  url: string;
  path: string;
}> {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const collection = await makeCollection(slug, owner, {
    name: 'Applications',
    fields: [
      { name: 'Name', type: 'text' },
      { name: 'E-mail', type: 'email' },
      { name: 'Born', type: 'date' },
      { name: 'Course', type: 'select', options: { choices } },
      { name: 'Days', type: 'multi_select', options: { choices } },
      { name: 'About you', type: 'long_text' },
      { name: 'Papers', type: 'file' },
      { name: 'Inner note', type: 'text' },
    ],
  });
  const path = `/api/v1/collections/${collection.id}`;
  const { headers } = collection;
  const { body } = await ask(slug, path, { headers });
  const asked = body.fields.filter(({ name }: { name: string }) => name !== 'Inner note');
  const fields = asked.map(({ id, name }: { id: string; name: string }) => ({
    fieldId: id,
    required: name === 'Name',
    help: name === 'Papers' ? 'A certificate, if you have one.' : '',
  }));
  const intro = 'Tell us who you are and when you have time. We answer within a week.';
  const json = { title: 'Apply for a course', intro, fields };
  const saved = await ask(slug, `${path}/form`, { headers, json, method: 'PUT' });
  expect(saved.status, saved.text).toBe(200);
  const opened = await ask(slug, `${path}/form/publish`, { headers, json: {} });
  expect(opened.status, opened.text).toBe(200);
  const url: string = opened.body.url;
  return { tenant, collection, url, path: new URL(url).pathname };
}
