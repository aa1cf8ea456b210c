import { NextRequest } from 'next/server';
import { webCall } from '../doors/web-call';
import { AppError, isAppError } from '../errors';
import { tenantUrl } from '../tenancy/urls';
import { authFor } from './next-auth';

/** next-auth's own endpoints on a tenant's host. Everything they build begins with its canonical URL. */
export async function handleAuth(request: NextRequest): Promise<Response> {
  try {
    const onTenant = await atCanonicalHost(request);
    const { GET, POST } = authFor(onTenant.headers).handlers;
    return finished(await (request.method === 'GET' ? GET(onTenant) : POST(onTenant)));
  } catch (error) {
    if (isAppError(error)) return new Response(null, { status: 404 });
    throw error;
  }
}

// A route handler sees its own address as localhost, whatever host was asked.
async function atCanonicalHost(request: NextRequest) {
  const { tenant } = await webCall('action', request.headers).caller();
  if (tenant?.status !== 'active') throw new AppError('not_found', 'No workspace at this address.');
  const { pathname, search } = request.nextUrl;
  return new NextRequest(tenantUrl(tenant, pathname + search), request);
}

function finished(response: Response) {
  response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'no-referrer');
  return response;
}
