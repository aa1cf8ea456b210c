'use server';

import { action } from '@/lib/doors/action';
import { emailHoldsProcedures } from '@/lib/platform/email-holds/procedures';
import { hostHoldsProcedures } from '@/lib/platform/host-holds/procedures';
import { limitsProcedures } from '@/lib/platform/limits/procedures';
import { mailBouncesProcedures } from '@/lib/platform/mail-bounces/procedures';
import { poolJoinsProcedures, sharedPoolsProcedures } from '@/lib/platform/pool-joins/procedures';
import { tenantsProcedures } from '@/lib/platform/tenants/procedures';

export const createTenant = action(tenantsProcedures.create);
export const suspendTenant = action(tenantsProcedures.suspend);
export const resumeTenant = action(tenantsProcedures.resume);
export const overrideLimit = action(limitsProcedures.override);
export const liftOverride = action(limitsProcedures.lift);
export const endEmailHold = action(emailHoldsProcedures.end);
export const endHostHold = action(hostHoldsProcedures.end);
export const liftBounce = action(mailBouncesProcedures.lift);
export const freeHost = action(hostHoldsProcedures.free);
export const offerJoin = action(poolJoinsProcedures.offer);
export const withdrawJoin = action(poolJoinsProcedures.withdraw);
export const endRunningJoin = action(poolJoinsProcedures.end);
export const bringAgain = action(poolJoinsProcedures.bringAgain);
export const createSharedPool = action(sharedPoolsProcedures.create);
