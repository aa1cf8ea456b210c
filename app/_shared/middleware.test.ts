import { expect, test } from 'vitest';
import { routedHeader, sealRouted } from '@/lib/doors/routed';
import { config } from '@/middleware';
import nextConfig from '@/next.config.js';

test('middleware and rewrites follow the header that the Node entry sets', async () => {
  expect(config.matcher[0]?.missing).toEqual([{ type: 'header', key: routedHeader }]);
  const { beforeFiles } = (await nextConfig.rewrites()) as {
    beforeFiles: { has: { key: string; value: string }[]; destination: string }[];
  };
  const follows = (header: string) =>
    beforeFiles.flatMap(({ has, destination }) => {
      const found = new RegExp(`^${has[0]?.value}$`).exec(header);
      return found ? [destination.replace(':place', found.groups?.place ?? '')] : [];
    });
  expect(beforeFiles.map(({ has }) => has[0]?.key)).toEqual([
    routedHeader,
    routedHeader,
    routedHeader,
  ]);
  const tenant = follows(sealRouted('t/acme.rowhouse.localhost~7'));
  expect(tenant).toEqual(['/t/acme.rowhouse.localhost~7/:path*']);
  expect(follows(sealRouted('console'))).toEqual(['/console/:path*']);
  expect(follows(sealRouted('site/ko'))).toEqual(['/site/ko/:path*']);
});
