import type { ControlCtx } from '../doors/ctx';
import { takeRoom } from './room';
import { domainsUsed, rolesUsed, tokensUsed, webhooksUsed } from './used';

type Asking = Pick<ControlCtx, 'caller' | 'db'>;

/** Lets a role of the tenant's own be made, or throws `limit`. */
export const roomForRole = (ctx: Asking): Promise<void> =>
  takeRoom(ctx, { name: 'roles', more: 1, used: () => rolesUsed(ctx.db) });

/** Lets a domain be added, or throws `limit`. */
export const roomForDomain = (ctx: Asking): Promise<void> =>
  takeRoom(ctx, { name: 'domains', more: 1, used: () => domainsUsed(ctx.db) });

/** Lets a webhook be made, or throws `limit`. */
export const roomForWebhook = (ctx: Asking): Promise<void> =>
  takeRoom(ctx, { name: 'webhooks', more: 1, used: () => webhooksUsed(ctx.db) });

/** Lets a token of somebody or of the workspace be made, or throws `limit`. */
export const roomForToken = (ctx: Asking): Promise<void> =>
  takeRoom(ctx, { name: 'tokens', more: 1, used: () => tokensUsed(ctx.db) });
