import type { Plain } from '@/lib/language/wording';
import type { Delivery, Webhook } from '@/lib/webhooks/shapes';

interface Worded {
  label: Plain<'developers'>;
  tone: 'neutral' | 'success' | 'warning' | 'danger' | 'info';
}

export const stateWords: Record<Webhook['state'], Worded> = {
  active: { label: 'On', tone: 'success' },
  off: { label: 'Off', tone: 'neutral' },
  gone: { label: 'Off: its receiver is gone', tone: 'danger' },
  failed: { label: 'Off: it failed for days', tone: 'danger' },
};

export const deliveryWords: Record<Delivery['state'], Worded> = {
  waiting: { label: 'Waiting', tone: 'info' },
  delivered: { label: 'Delivered', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
};

/** Why nothing came back, as a try notes it. */
export const faultWords: Record<string, Plain<'developers'>> = {
  address: 'The address cannot be used',
  insecure: 'The address does not begin with https://',
  port: 'The port is neither 443 nor 8443',
  inside: 'The address leads inside a network',
  unknown_host: 'The host is not known',
  unreachable: 'Nobody answered at the address',
  timeout: 'No answer within 8 seconds',
  too_large: 'The answer was too long',
  off: 'The webhook was off',
  crowded: 'Too many newer messages were waiting',
  secret: 'The message could not be signed',
};
