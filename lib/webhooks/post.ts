import type { DeliveryTry } from '@/db/schema/control';
import { EgressError, guardedFetch } from '../egress/guarded-fetch';
import { secondsAskedFor } from '../egress/retry-after';
import { env } from '../env';

const firstBytes = 4_096;
/** Of an answer so much is kept for who looks into the log. */
const keptLetters = 1_000;

interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Tried extends DeliveryTry {
  /** Seconds that the receiver asks to be left alone. */
  askedFor: number | null;
}

/** Sends a message once and tells what came of it. Never rejects. */
export async function post({ url, headers, body }: Message): Promise<Tried> {
  const begun = performance.now();
  const at = new Date().toISOString();
  const took = () => Math.round(performance.now() - begun);
  try {
    const request = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Webhooks/1.0' },
      body,
      firstBytes,
    };
    const answer = await guardedFetch(url, request, env().WEBHOOK_NETWORKS);
    const text = wordsOf(await answer.text());
    const askedFor = secondsAskedFor(answer.headers.get('retry-after'));
    return { at, status: answer.status, fault: null, durationMs: took(), answer: text, askedFor };
  } catch (error) {
    const fault = error instanceof EgressError ? error.fault : 'unreachable';
    return { at, status: null, fault, durationMs: took(), answer: '', askedFor: null };
  }
}

/** Without what no text column takes, half a letter at the end among it. */
const wordsOf = (text: string) =>
  text
    .replaceAll('\0', '')
    .slice(0, keptLetters)
    .replace(/[\ud800-\udbff]$/, '');
