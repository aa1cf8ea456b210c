import { z } from 'zod';
import { declaredEvents } from '../doors/declared';
import { procedure } from '../doors/procedure';
import { deliver } from './deliver';
import { getDelivery, listDeliveries, replay, replayRange, sendTest } from './deliveries';
import {
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhooks,
  removeWebhook,
  rotateSecret,
  turnOff,
  turnOn,
} from './endpoints';
import { fanOut } from './fan-out';
import {
  DeliveryDetail,
  DeliveryPage,
  DeliveryQuery,
  EventKind,
  Webhook,
  WebhookDraft,
} from './shapes';

const managed = { permission: 'webhooks.manage', plane: 'control' } as const;
const path = '/webhooks';
const Nothing = z.strictObject({});
const OfOne = z.strictObject({ id: z.uuid() });
const WithSecret = Webhook.extend({ secret: z.string() });
const moment = z.iso.datetime({ offset: true });
// What waits is kept while a workspace is suspended, and looked at again later.
const asJob = {
  method: 'POST',
  path: null,
  permission: 'job',
  plane: 'control',
  whileSuspended: true,
} as const;

export const webhookProcedures = {
  webhooks: {
    list: procedure(
      {
        ...managed,
        name: 'webhooks.list',
        summary: 'List the webhooks of this workspace',
        method: 'GET',
        path,
        input: Nothing,
        output: z.strictObject({ webhooks: z.array(Webhook) }),
      },
      async ({ db }) => ({ webhooks: await listWebhooks(db) }),
    ),
    kinds: procedure(
      {
        ...managed,
        name: 'webhooks.kinds',
        summary: 'List the events that webhooks can wait for',
        method: 'GET',
        path: '/webhook-events',
        input: Nothing,
        output: z.strictObject({ kinds: z.array(EventKind) }),
      },
      async () => ({ kinds: declaredEvents().map(({ name, summary }) => ({ name, summary })) }),
    ),
    get: procedure(
      {
        ...managed,
        name: 'webhooks.get',
        summary: 'Read one webhook',
        method: 'GET',
        path: `${path}/{id}`,
        input: OfOne,
        output: Webhook,
      },
      async ({ db }, { id }) => await getWebhook(db, id),
    ),
    create: procedure(
      {
        ...managed,
        name: 'webhooks.create',
        summary: 'Add a webhook, and show its secret once',
        method: 'POST',
        path,
        fresh: true,
        secretAnswer: true,
        input: WebhookDraft,
        output: WithSecret,
      },
      createWebhook,
    ),
    change: procedure(
      {
        ...managed,
        name: 'webhooks.change',
        summary: 'Change where a webhook leads and what it waits for',
        method: 'PUT',
        path: `${path}/{id}`,
        fresh: true,
        input: WebhookDraft.extend({ id: z.uuid() }),
        output: Webhook,
      },
      changeWebhook,
    ),
    turnOn: procedure(
      {
        ...managed,
        name: 'webhooks.turnOn',
        summary: 'Turn a webhook on',
        method: 'POST',
        path: `${path}/{id}/on`,
        input: OfOne,
        output: Webhook,
      },
      async (ctx, { id }) => await turnOn(ctx, id),
    ),
    turnOff: procedure(
      {
        ...managed,
        name: 'webhooks.turnOff',
        summary: 'Turn a webhook off',
        method: 'POST',
        path: `${path}/{id}/off`,
        input: OfOne,
        output: Webhook,
      },
      async (ctx, { id }) => await turnOff(ctx, id),
    ),
    rotate: procedure(
      {
        ...managed,
        name: 'webhooks.rotate',
        summary: 'Give a webhook another secret, the old one signing a while longer',
        method: 'POST',
        path: `${path}/{id}/rotate`,
        fresh: true,
        secretAnswer: true,
        input: z.strictObject({
          id: z.uuid(),
          /** Hours for which the old secret signs too. */
          overlapHours: z.int().min(0).max(168, 'At most a week.').default(24),
        }),
        output: WithSecret,
      },
      rotateSecret,
    ),
    remove: procedure(
      {
        ...managed,
        name: 'webhooks.remove',
        summary: 'Remove a webhook and its log',
        method: 'DELETE',
        path: `${path}/{id}`,
        input: OfOne,
        output: Nothing,
      },
      async (ctx, { id }) => {
        await removeWebhook(ctx, id);
        return {};
      },
    ),
    sendTest: procedure(
      {
        ...managed,
        name: 'webhooks.sendTest',
        summary: 'Send a test to a webhook',
        method: 'POST',
        path: `${path}/{id}/test`,
        rate: 'heavy',
        input: OfOne,
        output: Nothing,
      },
      async (ctx, { id }) => {
        await sendTest(ctx, id);
        return {};
      },
    ),
    deliveries: procedure(
      {
        ...managed,
        name: 'webhooks.deliveries',
        summary: 'List what was sent to a webhook in the last thirty days',
        method: 'GET',
        path: `${path}/{id}/deliveries`,
        input: DeliveryQuery,
        output: DeliveryPage,
      },
      listDeliveries,
    ),
    delivery: procedure(
      {
        ...managed,
        name: 'webhooks.delivery',
        summary: 'Read one message to a webhook with its tries',
        method: 'GET',
        path: '/webhook-deliveries/{id}',
        input: OfOne,
        output: DeliveryDetail,
      },
      async (ctx, { id }) => await getDelivery(ctx, id),
    ),
    replay: procedure(
      {
        ...managed,
        name: 'webhooks.replay',
        summary: 'Send a message to a webhook again',
        method: 'POST',
        path: '/webhook-deliveries/{id}/replay',
        input: OfOne,
        output: Nothing,
      },
      async (ctx, { id }) => {
        await replay(ctx, id);
        return {};
      },
    ),
    replayRange: procedure(
      {
        ...managed,
        name: 'webhooks.replayRange',
        summary: 'Send the messages of a time to a webhook again',
        method: 'POST',
        path: `${path}/{id}/replay`,
        rate: 'heavy',
        input: z.strictObject({
          id: z.uuid(),
          from: moment,
          to: moment,
          which: z.enum(['failed', 'all']).default('failed'),
          /** From `next` of the answer before. */
          cursor: z.uuid().optional(),
        }),
        output: z.strictObject({
          count: z.int(),
          /** Cursor of the next ones, null where there are none. */
          next: z.uuid().nullable(),
        }),
      },
      replayRange,
    ),
    fanOut: procedure(
      {
        ...asJob,
        name: 'webhooks.fanOut',
        summary: 'Begins to deliver an event to the webhooks that wait for it',
        input: z.strictObject({
          eventId: z.uuid(),
          kind: z.string().max(81),
          body: z.string().max(300_000),
        }),
        output: Nothing,
      },
      async (ctx, event) => {
        await fanOut(ctx, event);
        return {};
      },
    ),
    deliver: procedure(
      {
        ...asJob,
        name: 'webhooks.deliver',
        summary: 'Tries to deliver what is due at a webhook',
        transaction: 'none',
        input: z.strictObject({ webhookId: z.uuid() }),
        output: Nothing,
      },
      async (ctx, { webhookId }) => {
        await deliver(ctx, webhookId);
        return {};
      },
    ),
  },
};
