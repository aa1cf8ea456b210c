import type { PoolCtx } from '../../doors/ctx';
import { joinsByDomain } from '../domains/open-domain';
import { methodsOf } from '../methods/methods';
import { findProvider } from '../oidc/provider';

type Asked = Pick<PoolCtx, 'db' | 'caller'>;

/** Whether people may come in here by their mail: not where the identity provider is to vouch for each. */
export async function mailOpens({ db, caller }: Asked): Promise<boolean> {
  const methods = methodsOf(caller);
  if (methods.includes('password') || methods.includes('magic_link')) return true;
  return (await findProvider(db)) === null;
}

/** Whether a link to join with may be asked for here. */
export const joinsByMail = async (ctx: Asked): Promise<boolean> =>
  (await joinsByDomain(ctx.db)) && (await mailOpens(ctx));
