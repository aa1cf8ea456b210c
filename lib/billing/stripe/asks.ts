import { type DueAsk, noteAskFault, noteAskReady, takeDueAsk } from '@/db/billing/stripe-asks';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import type { Asking } from './asking';
import { changePlan } from './change';
import { openCheckout } from './checkout';
import type { StripeAccess } from './client';
import { endPlan } from './end';
import { faultOf } from './faults';
import { openPortal } from './portal';
import { previewChange } from './preview';

type Answered = Parameters<typeof noteAskReady>[2];

const answers: Record<DueAsk['kind'], (asking: Asking) => Promise<Answered>> = {
  checkout: openCheckout,
  portal: openPortal,
  preview: previewChange,
  change: changePlan,
  end: endPlan,
};

/** Wishes of so many tenants are asked for at once: one that hangs keeps no other waiting. */
const atOnce = 4;

/** Asks Stripe for what admins of tenants wish and is due. Answers how many were asked for. */
export async function answerAsks(servers: Servers, access: StripeAccess): Promise<number> {
  const first = await takeDueAsk(servers);
  if (!first) return 0;
  const others = Array.from({ length: atOnce - 1 }, () => answerInTurn(servers, access));
  const own = answerOne({ servers, access, ask: first }).then(() => answerInTurn(servers, access));
  return (await Promise.all([own, ...others])).reduce((sum, one) => sum + one, 1);
}

async function answerInTurn(servers: Servers, access: StripeAccess): Promise<number> {
  for (let asked = 0; ; asked += 1) {
    const ask = await takeDueAsk(servers);
    if (!ask) return asked;
    await answerOne({ servers, access, ask });
  }
}

async function answerOne(asking: Asking): Promise<void> {
  const { servers, ask } = asking;
  try {
    await noteAskReady(servers, ask, await answers[ask.kind](asking));
  } catch (error) {
    const { kind, id, tenantId, tries } = ask;
    const { fault, final } = faultOf(error);
    log.warn({ err: error, ask: id, kind, tenantId }, 'Stripe could not be asked');
    const over = final || (!lasting.has(kind) && tries >= mostTries);
    const seconds = over ? null : Math.min(2 ** Math.min(tries + 1, 6), mostSeconds);
    await noteAskFault(servers, ask, { fault, seconds });
  }
}

/** What may have come about at Stripe though no answer came is asked for until it is known. */
const lasting: ReadonlySet<DueAsk['kind']> = new Set(['change', 'end']);

/** Somebody waits before the page: after some minutes they had better begin anew. */
const mostTries = 6;
const mostSeconds = 60;
