import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/** Youngest and oldest pass that is taken, milliseconds. */
const youngest = 2_000;
const oldest = 24 * 3_600_000;

const nonceBytes = 16;
const timeBytes = 6;

interface Bound {
  tenantId: string;
  formId: string;
}

/** What a form hands out with its questions: when that was, bound to this form of this tenant. */
export function mintPass(bound: Bound, at = Date.now()): string {
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(at, 0, timeBytes);
  const body = Buffer.concat([time, randomBytes(nonceBytes)]);
  return Buffer.concat([body, signatureOf(bound, body)]).toString('base64url');
}

/** `fresh` and `stale` are honest; `forged` was never handed out by this form. */
export function readPass(bound: Bound, pass: string): 'good' | 'fresh' | 'stale' | 'forged' {
  const bytes = Buffer.from(pass, 'base64url');
  const body = bytes.subarray(0, timeBytes + nonceBytes);
  const given = bytes.subarray(timeBytes + nonceBytes);
  const right = signatureOf(bound, body);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'forged';
  const age = Date.now() - body.readUIntBE(0, timeBytes);
  if (age < youngest) return 'fresh';
  return age > oldest ? 'stale' : 'good';
}

function signatureOf({ tenantId, formId }: Bound, body: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', env().ROWHOUSE_SECRET, '', 'form-pass', 32));
  return createHmac('sha256', key).update(`${tenantId} ${formId} `).update(body).digest();
}
