import { z } from 'zod';
import { deliveryStates, endpointStates } from '@/db/schema/control';
import { cleanText } from '../clean-text';
import { type EgressFault, faultOfAddress } from '../egress/guarded-fetch';
import { env } from '../env';

/** Stands for every kind of event, alone. */
export const everyKind = '*';

const kindPattern = /^(\*|[a-z][A-Za-z]{0,39}\.[a-z][A-Za-z]{0,39})$/;

const unfit: Partial<Record<EgressFault, string>> = {
  insecure: 'Enter an address that begins with https://.',
  port: 'Use port 443 or 8443.',
  inside: 'This address leads inside a network, where nothing is sent.',
};
const noAddress = 'Enter an address, such as https://example.com/webhooks.';

const WebhookUrl = z
  .string()
  .trim()
  .max(500, 'At most 500 characters.')
  .superRefine((text, context) => {
    const fault = faultOfAddress(text, env().WEBHOOK_NETWORKS);
    if (fault) context.addIssue({ code: 'custom', message: unfit[fault] ?? noAddress });
  })
  .transform((text) => new URL(text).href);

/** What an admin says about a webhook. */
export const WebhookDraft = z.strictObject({
  name: z
    .string()
    .overwrite(cleanText)
    .trim()
    .min(1, 'Name the webhook.')
    .max(80, 'At most 80 characters.'),
  url: WebhookUrl,
  /** Names of operations, or `*` alone for all that there are and will be. */
  kinds: z
    .array(
      z
        .string()
        .max(81)
        .refine((kind) => kindPattern.test(kind), 'This is no name of an event.'),
    )
    .min(1, 'Choose at least one event.')
    .max(400)
    .refine((kinds) => kinds.length === 1 || !kinds.includes(everyKind), {
      message: 'Choose all events or some of them.',
    })
    .transform((kinds) => [...new Set(kinds)].sort()),
});
export type WebhookDraft = z.output<typeof WebhookDraft>;

/** What is shown of a webhook: everything but its secret. */
export const Webhook = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.string()),
  state: z.enum(endpointStates),
  /** Until when the secret before the present one signs too; null where it does not. */
  formerUntil: z.coerce.date().nullable(),
  /** Since when nothing has arrived; null where the last one did. */
  failingSince: z.coerce.date().nullable(),
  createdAt: z.coerce.date(),
});
export type Webhook = z.output<typeof Webhook>;

const Try = z.strictObject({
  at: z.coerce.date(),
  status: z.int().nullable(),
  fault: z.string().nullable(),
  durationMs: z.int(),
  answer: z.string(),
});

/** An event on its way, as the list of them shows it. */
export const Delivery = z.strictObject({
  id: z.uuid(),
  webhookId: z.uuid(),
  eventId: z.uuid(),
  kind: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  createdAt: z.coerce.date(),
  /** When it is tried next; null where it is not. */
  nextAt: z.coerce.date().nullable(),
  last: Try.nullable(),
});
export type Delivery = z.output<typeof Delivery>;

export const DeliveryDetail = Delivery.omit({ last: true }).extend({
  body: z.string(),
  tries: z.array(Try),
});

export const DeliveryQuery = z.strictObject({
  id: z.uuid(),
  state: z.enum(deliveryStates).optional(),
  kind: z.string().max(81).optional(),
  /** From `older` of the page before. */
  cursor: z.uuid().optional(),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const DeliveryPage = z.strictObject({
  deliveries: z.array(Delivery),
  /** Cursor of the next page, null at the end. */
  older: z.uuid().nullable(),
});

export const EventKind = z.strictObject({ name: z.string(), summary: z.string() });
