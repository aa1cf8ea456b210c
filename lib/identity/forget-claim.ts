import { cookies, headers } from 'next/headers';
import { invoke } from '../doors/callable';
import { webCall } from '../doors/web-call';
import { isAppError } from '../errors';
import { claimCookie, cleared } from './cookies';
import { poolJoinProcedures } from './pool-join/procedures';

/** Ends the claim that goes on in this browser, if one does, and takes its cookie away. */
export async function forgetOwnClaim(): Promise<void> {
  const jar = await cookies();
  const claim = jar.get(claimCookie())?.value;
  if (!claim) return;
  jar.delete(cleared(claimCookie()));
  try {
    await invoke(
      poolJoinProcedures.poolClaim.forget,
      { claim },
      webCall('action', await headers()),
    );
  } catch (error) {
    // One that is over has nothing to end.
    if (!isAppError(error)) throw error;
  }
}
