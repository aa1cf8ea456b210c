import { expect } from '@playwright/test';
import { ask } from './ask';
import { bearerOf } from './sign-in';

interface Seller {
  slug: string;
  email: string;
  password?: string;
}

const reason = 'To try the product in a browser';

/** A plan of a tenant that its members see, made by an admin; gives its id. */
export async function sellPlan({ slug, email, password }: Seller, name: string): Promise<string> {
  const headers = await bearerOf(slug, email, password);
  const send = async (method: string, path: string, json: object) => {
    const answer = await ask(slug, `/api/v1/user-plans${path}`, { headers, method, json });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };
  const { id } = await send('POST', '', { name });
  const terms = { includes: ['A locker', 'Two visits a week'], signing: 'self' };
  const { revision } = await send('PUT', `/${id}/draft`, { revision: 1, terms });
  await send('POST', `/${id}/publish`, { revision, reason });
  await send('PUT', `/${id}/offer`, { offered: true, reason });
  return id;
}

/** Has an admin sign a plan; gives the id of the subscription. */
export async function signOwn({ slug, email, password }: Seller, planId: string): Promise<string> {
  const headers = await bearerOf(slug, email, password);
  const { body: own } = await ask(slug, '/api/v1/my-plan', { headers });
  const json = { planId, version: 1, heldSeen: own.held?.changedAt ?? null, reason };
  const { status, text, body } = await ask(slug, '/api/v1/my-plan', { headers, json });
  expect(status, text).toBe(200);
  return body.id;
}
