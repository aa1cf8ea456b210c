import { invoke } from '@/lib/doors/callable';
import { webCall } from '@/lib/doors/web-call';
import { isAppError } from '@/lib/errors';
import { assetIdOf } from '@/lib/tenancy/brand-settings/asset-path';
import { brandingProcedures } from '@/lib/tenancy/brand-settings/procedures';

/** A picture of the host's own tenant. Its path names one content for ever. */
export async function GET(request: Request, { params }: { params: Promise<{ asset: string }> }) {
  const id = assetIdOf(`/brand/${(await params).asset}`);
  if (!id) return missing();
  try {
    const call = webCall('page', request.headers, null);
    const { mediaType, content } = await invoke(brandingProcedures.asset, { id }, call);
    return new Response(Buffer.from(content, 'base64'), {
      headers: { 'content-type': mediaType, 'cache-control': immutable, ...harmless },
    });
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return missing();
    throw error;
  }
}

const immutable = 'public, max-age=31536000, immutable';

// Pages embed it all the same; a browser sent straight to it keeps a file and runs nothing.
const harmless = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'attachment',
  vary: 'host',
};

const missing = () =>
  new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
