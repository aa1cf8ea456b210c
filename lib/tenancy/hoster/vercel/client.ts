import type { z } from 'zod';
import { EgressError, guardedFetch } from '../../../egress/guarded-fetch';
import { secondsAskedFor } from '../../../egress/retry-after';
import { HosterFault } from '../hoster';
import { Limit } from './shapes';

export interface VercelAccess {
  token: string;
  projectId: string;
  teamId?: string | undefined;
}

/** Where it is asked; a test's own stands on loopback. */
export interface VercelWire {
  origin: string;
  /** Networks besides the open internet, as `guardedFetch` takes them. */
  networks: readonly string[];
  timeoutMs: number;
}

const wire: VercelWire = { origin: 'https://api.vercel.com', networks: [], timeoutMs: 8_000 };

export interface VercelRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** From the slash on, each part encoded. */
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
}

/** An answer that may be read: what the API says of the request, and not of us or of itself. */
export interface VercelAnswer {
  status: number;
  /** Its body in a shape. Throws `HosterFault` where it is of another. */
  read<T extends z.ZodType>(shape: T): z.output<T>;
  /** Whether it speaks of something by this name. */
  names(name: string): boolean;
}

export type VercelAsk = (request: VercelRequest) => Promise<VercelAnswer>;

/**
 * Speaks to Vercel's REST API. Rejects with `HosterFault` where it does not answer in time, fails, is
 * asked too often or does not know the token.
 */
export function vercelClient(
  { token, teamId }: VercelAccess,
  { origin, networks, timeoutMs }: VercelWire = wire,
): VercelAsk {
  return async ({ method, path, query = {}, body }) => {
    const asked = new URLSearchParams({ ...query, ...(teamId && { teamId }) });
    const answer = await guardedFetch(
      `${origin}${path}${asked.size > 0 ? `?${asked}` : ''}`,
      {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      },
      networks,
    ).catch((error: unknown) => {
      if (error instanceof EgressError) throw new HosterFault('no_answer', null, error);
      throw error;
    });
    const text = await answer.text();
    const { status, headers } = answer;
    if (status === 429) throw new HosterFault('busy', waitOf(headers, text));
    if (status === 401) throw new HosterFault('access');
    if (status >= 500 || (status >= 300 && status < 400)) throw new HosterFault('no_answer');
    return {
      status,
      read: (shape) => readAs(shape, text),
      names: (name) => text.toLowerCase().includes(name),
    };
  };
}

function readAs<T extends z.ZodType>(shape: T, text: string): z.output<T> {
  const { data, success } = shape.safeParse(jsonOf(text));
  if (!success) throw new HosterFault('no_answer');
  return data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function waitOf(headers: Headers, text: string): number | null {
  const asked = secondsAskedFor(headers.get('retry-after'));
  if (asked !== null) return asked;
  const { data } = Limit.safeParse(jsonOf(text));
  if (!data) return null;
  return secondsAskedFor(new Date(data.error.limit.reset * 1000).toUTCString());
}
