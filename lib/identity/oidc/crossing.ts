import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { invoke } from '../../doors/callable';
import { webCall } from '../../doors/web-call';
import { isAppError } from '../../errors';
import { hostUrl } from '../../tenancy/urls';
import { cleared, cookieAttributes, providerCookie } from '../cookies';
import { enterFromProvider, stepsPath } from '../enter';
import { safePath } from '../paths';
import { signInProcedures } from '../sign-in-procedures';
import type { ProviderRefusal } from './refusal';

/** As long as somebody may take to prove their address. */
const cookieSeconds = 45 * 60;

/** `/sign-in/sso`: sends the browser to the tenant's identity provider, `?anew` to prove it there again. */
export async function goToProvider(request: NextRequest): Promise<Response> {
  const call = webCall('page', request.headers);
  const { host } = await call.caller();
  const { searchParams } = request.nextUrl;
  const returnPath = safePath(searchParams.get('next'));
  const departure = { returnPath, anew: searchParams.has('anew') };
  try {
    const begun = await invoke(signInProcedures.signIn.atProvider, departure, call);
    if ('refused' in begun) return away(host.host, refusedPath(begun.refused));
    (await cookies()).set(providerCookie(), begun.browser, {
      ...cookieAttributes(),
      maxAge: cookieSeconds,
    });
    return redirectTo(begun.url);
  } catch (error) {
    if (isAppError(error)) return away(host.host, refusedPath('again'));
    throw error;
  }
}

/** `/sign-in/sso/return`: where it sends the browser back to. */
export async function comeFromProvider(request: NextRequest): Promise<Response> {
  const { host } = await webCall('page', request.headers).caller();
  const browser = (await cookies()).get(providerCookie())?.value;
  if (!browser) return away(host.host, refusedPath('expired'));
  try {
    const query = request.nextUrl.searchParams.toString();
    return away(host.host, await pathAfter(await enterFromProvider({ query })));
  } catch (error) {
    if (isAppError(error)) return away(host.host, refusedPath('again'));
    throw error;
  }
}

type Entered = Awaited<ReturnType<typeof enterFromProvider>>;

/** Where the page goes on; the cookie stays only for who has yet to prove their address. */
export async function pathAfter({ refused, confirm, flow, returnPath }: Entered): Promise<string> {
  if (confirm) return '/sign-in/sso/confirm';
  (await cookies()).delete(cleared(providerCookie()));
  if (refused) return refusedPath(refused);
  const next = safePath(returnPath);
  return flow ? stepsPath : next;
}

const refusedPath = (why: ProviderRefusal) => `/sign-in/sso/refused?why=${why}`;

const away = (host: string, path: string) => redirectTo(hostUrl(host, path));

const redirectTo = (url: string) =>
  new Response(null, {
    status: 303,
    headers: { location: url, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
