'use server';

// Events are checked by what the router declares, which an action alone would not load.
import '@/lib/doors/job';
import { action } from '@/lib/doors/action';
import { webhookProcedures } from '@/lib/webhooks/procedures';

const { webhooks } = webhookProcedures;

export const createWebhook = action(webhooks.create);
export const changeWebhook = action(webhooks.change);
export const removeWebhook = action(webhooks.remove);
export const rotateWebhook = action(webhooks.rotate);
export const turnOnWebhook = action(webhooks.turnOn);
export const turnOffWebhook = action(webhooks.turnOff);
export const sendTest = action(webhooks.sendTest);
export const replayDelivery = action(webhooks.replay);
export const replayRange = action(webhooks.replayRange);
