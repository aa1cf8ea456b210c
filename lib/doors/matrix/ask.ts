import { v7 as uuidv7 } from 'uuid';
import { errorCodes, isAppError } from '@/lib/errors';
import { hostUrl } from '@/lib/tenancy/urls';
import { type Callable, invoke } from '../callable';
import { runJob } from '../job';
import { handleRest } from '../rest';
import { restPrefix } from '../rest-prefix';
import { toAppError } from '../translate';
import { webCall } from '../web-call';
import { formOf, queryOf } from './encode';
import type { Subject } from './subject';

/** Who knocks, and where. */
export interface Visitor {
  host: string;
  /** A whole Cookie header. */
  cookie?: string;
  bearer?: string;
  /** X-Tenant, for the API host. */
  tenant?: string;
}

export interface Answer {
  status: number;
  body: string;
}

type Input = Record<string, unknown>;

let visits = 0;

/**
 * Asks an operation as a client would: over REST when it has a path, else in process. Throws on an
 * answer that says nothing of the operation.
 */
export async function ask(subject: Subject, input: Input, visitor: Visitor): Promise<Answer> {
  const answer = await (subject.meta.path === null
    ? askInProcess(subject, input, visitor)
    : askRest(subject, input, visitor));
  // Two such answers are alike and would hide what the operation really says.
  if (answer.status === 429 || answer.status >= 500) {
    throw new Error(`${visitor.host} answered ${answer.status} ${answer.body.slice(0, 300)}`);
  }
  return answer;
}

/** Runs an operation as the worker does, for a tenant. */
export const askAsJob = ({ meta }: Subject, input: Input, tenantId: string): Promise<Answer> =>
  settled(() =>
    runJob({
      tenantId,
      plane: 'control',
      outboxId: uuidv7(),
      job: meta.name,
      input: input as never,
    }),
  );

async function askRest(subject: Subject, input: Input, visitor: Visitor): Promise<Answer> {
  const response = await handleRest(requestOf(subject, input, visitor), nextAddress());
  return { status: response.status, body: await response.text() };
}

/** The request that a client of the API would send. */
export function requestOf({ meta }: Subject, input: Input, visitor: Visitor): Request {
  const rest = { ...input };
  const path = (meta.path ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(asText(value));
  });
  const url = hostUrl(visitor.host, `${restPrefix}${path}`);
  const headers = headersOf(visitor);
  if (meta.method === 'GET') return new Request(`${url}?${queryOf(rest)}`, { headers });
  const form = formOf(rest);
  if (!form) headers.set('content-type', 'application/json');
  return new Request(url, { method: meta.method, headers, body: form ?? JSON.stringify(rest) });
}

/** Any value as a path can carry it; half a surrogate pair cannot be encoded. */
function asText(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(/[\ud800-\udfff]/g, '?');
}

const askInProcess = (subject: Subject, input: Input, visitor: Visitor) =>
  settled(() =>
    invoke(
      subject.procedure as Callable<never, never>,
      input as never,
      webCall('action', headersOf(visitor), nextAddress()),
    ),
  );

async function settled(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { status: 200, body: JSON.stringify((await work()) ?? null) };
  } catch (error) {
    const known = toAppError(error);
    if (!isAppError(known)) return { status: 500, body: '{"code":"internal"}' };
    const { code, message, fields, current } = known;
    return { status: errorCodes[code], body: JSON.stringify({ code, message, fields, current }) };
  }
}

function headersOf({ host, cookie, bearer, tenant }: Visitor): Headers {
  const headers = new Headers({ host, 'user-agent': 'test', origin: hostUrl(host, '') });
  if (cookie) headers.set('cookie', cookie);
  if (bearer) headers.set('authorization', `Bearer ${bearer}`);
  if (tenant) headers.set('x-tenant', tenant);
  return headers;
}

/** Every visit comes from elsewhere, so that no limit on guesses hides an answer. */
function nextAddress() {
  visits += 1;
  return `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}`;
}
