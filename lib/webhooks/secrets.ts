import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { sealer } from '../sealing';

const { seal, unseal } = sealer('webhook');

interface Owner {
  tenantId: string;
  /** Of the webhook. */
  id: string;
}

const boundTo = ({ tenantId, id }: Owner) => `${tenantId}/${id}`;

/** A new secret, as its receiver is told it, and as it is kept: sealed for its webhook alone. */
export function newSecret(owner: Owner): { secret: string; sealed: string } {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return { secret, sealed: seal(secret, boundTo(owner)) };
}

interface Signed {
  eventId: string;
  at: Date;
  body: string;
}

/** The headers by which a receiver knows a message: one signature for each secret. */
export function signedHeaders(
  owner: Owner,
  sealed: readonly string[],
  { eventId, at, body }: Signed,
): Record<string, string> {
  const id = `evt_${eventId}`;
  const signatures = sealed.map((one) =>
    new Webhook(unseal(one, boundTo(owner))).sign(id, at, body),
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
