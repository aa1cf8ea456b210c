import type { PoolCtx } from '../../doors/ctx';
import type { SecondProof } from '../factors/factor';
import { wantMethodOfLogin } from '../methods/of-login';
import { wantMethodNow } from '../methods/rescue';
import { partyAt } from '../passkeys/party';
import { endFlow, type Flow, type FlowPlace } from './flows';
import { mayEnter, open, shutOut } from './let-in';
import { type Entrant, type Step, stepsLeft } from './steps';

/** Where a flow of this call goes on. */
export const placeOf = ({ tenant, caller }: PoolCtx): FlowPlace => ({
  tenantId: tenant.id,
  host: caller.host.host,
});

/** One count for the second proofs of an account, wherever they are asked for. */
export const guessOn = ({ tenant }: PoolCtx, { userId }: { userId: string }) =>
  ({ kind: 'code', poolId: tenant.poolId, email: userId }) as const;

/** What somebody still has to do on the host that was asked. */
export const leftHere = (
  ctx: PoolCtx,
  db: PoolCtx['db'],
  entrant: Omit<Entrant, 'passkeyHost'>,
): Promise<Step[]> => stepsLeft(db, { ...entrant, passkeyHost: partyAt(ctx)?.host ?? null });

interface Finishing {
  token: string;
  /** Judges the second proof of whose flow it is; throws when it is not right. */
  prove: (flow: Flow) => Promise<SecondProof>;
}

/** Ends a flow with its second proof and opens the session. Throws `unauthenticated` when it is over. */
export async function finishFlow(ctx: PoolCtx, db: PoolCtx['db'], { token, prove }: Finishing) {
  const flow = await endFlow(db, token, placeOf(ctx));
  const secondFactor = await prove(flow);
  const { userId, loginId, method, returnPath } = flow;
  await wantMethodNow(ctx, method);
  // A session that is here already was let in before; one that comes from elsewhere is not yet.
  if (loginId && method === 'hand_off') await wantMethodOfLogin(ctx, db, loginId);
  if (!(await mayEnter(db, userId))) throw shutOut();
  const how = { userId, loginId, method, secondFactor, kind: 'browser' } as const;
  return { ...(await open(ctx, db, how)), returnPath };
}
