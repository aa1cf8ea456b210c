import { createHash } from 'node:crypto';
import { getAccount } from './beside';
import { checkRequest } from './check-request';
import { StripeFault } from './fault';
import { readForm } from './form';
import { handlers } from './handlers';
import { expanded } from './lists';
import type { Local } from './local';
import type { Thing } from './objects';

export interface Asked {
  method: string;
  path: string;
  /** What follows the question mark, or the body of a POST. */
  form: string;
  authorization: string;
  idempotencyKey: string | null;
}

export interface Answer {
  status: number;
  body: unknown;
  /** Whether it is that of an earlier request with the same key. */
  replayed?: boolean;
}

interface Kept extends Thing {
  print: string;
  answer: Answer;
}

/** What Stripe answers to a request; what the request changes stands whole or not at all. */
export function answer(local: Local, asked: Asked): Answer {
  try {
    refuseStranger(asked);
    refuseRestricted(local, asked);
    return once(local, asked, () => carryOut(local, asked));
  } catch (error) {
    if (error instanceof StripeFault) return { status: error.status, body: error.body };
    throw error;
  }
}

function refuseStranger({ authorization }: Asked): void {
  if (/^Bearer (sk|rk)_test_\w{8,}$/.test(authorization)) return;
  throw new StripeFault('Invalid API Key provided.', { status: 401 });
}

/** A restricted key may not look at the account as a rule, and is told so in these words. */
function refuseRestricted(local: Local, { authorization, path }: Asked): void {
  if (path !== '/v1/account' || !authorization.startsWith('Bearer rk_')) return;
  const { id } = local.store.change(() => getAccount(local));
  const said = `The provided key does not have the required permissions for this endpoint on account '${id}'.`;
  throw new StripeFault(said, { status: 403 });
}

/** What was refused is not kept: with the same key it may be right the next time. */
function once(local: Local, asked: Asked, work: () => Answer): Answer {
  const { idempotencyKey: key, method, path, form, authorization } = asked;
  if (!key || method !== 'POST') return local.store.change(work);
  const id = createHash('sha256').update(`${authorization} ${key}`).digest('hex');
  const print = createHash('sha256').update(`${path} ${form}`).digest('hex');
  const before = local.store.find<Kept>('answer', id);
  if (before && before.created > Date.now() / 1000 - 86_400) {
    if (before.print === print) return { ...before.answer, replayed: true };
    const said = 'Keys for idempotent requests can only be used with the same parameters.';
    throw new StripeFault(said, { type: 'idempotency_error', code: 'idempotency_key_in_use' });
  }
  return local.store.change(() => {
    const made = work();
    const created = Math.floor(Date.now() / 1000);
    local.store.put<Kept>({ id, object: 'answer', created, print, answer: made });
    return made;
  });
}

function carryOut(local: Local, { method, path, form }: Asked): Answer {
  const place = placeOf(method, path);
  if (!place) {
    const said = `Unrecognized request URL (${method}: ${path}).`;
    throw new StripeFault(said, { status: 404 });
  }
  const params = checkRequest(place.operation, readForm(form));
  const { expand = [], ...rest } = params as { expand?: string[] };
  const body = place.handle(local, rest, place.id);
  return { status: 200, body: expanded(local, body, expand) };
}

const routes = Object.entries(handlers).map(([operation, handle]) => {
  const [method = '', path = ''] = operation.split(' ');
  return {
    operation,
    handle,
    method,
    pattern: new RegExp(`^${path.replace(':id', '([\\w-]+)')}$`),
  };
});

function placeOf(method: string, path: string) {
  for (const { operation, handle, method: own, pattern } of routes) {
    const match = own === method && pattern.exec(path);
    if (match) return { operation, handle, id: match[1] ?? '' };
  }
  return undefined;
}
