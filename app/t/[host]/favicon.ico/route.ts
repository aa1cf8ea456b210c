import { monogramIcon } from '@/lib/tenancy/branding/monogram';
import { looksOf } from '@/lib/tenancy/looks';

/** The tenant's own icon, for whoever asks without having read a page: bookmarks, scripts turned off. */
export async function GET(_request: Request, { params }: { params: Promise<{ host: string }> }) {
  const looks = await looksOf((await params).host);
  if (!looks) return new Response('Not found', { status: 404 });
  const { favicon } = looks.brand;
  if (favicon)
    return new Response(null, { status: 302, headers: { ...headers, location: favicon } });
  return await withHeaders(await fetch(monogramIcon(looks.brand)));
}

const headers = { 'cache-control': 'public, max-age=300', vary: 'host' };

const withHeaders = async (icon: Response) =>
  new Response(await icon.arrayBuffer(), {
    headers: {
      ...headers,
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
