const dev = process.env.NODE_ENV === 'development';

const guarding = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=()' },
  {
    key: 'content-security-policy',
    value: [
      "default-src 'self'",
      // Next writes its boot data as inline scripts; a nonce would make every page uncacheable.
      `script-src 'self' 'unsafe-inline'${dev ? " 'unsafe-eval'" : ''}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src 'self'${dev ? ' ws:' : ''}`,
      "object-src 'none'",
      "base-uri 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  },
];

/** Follows what the Node entry named as the place of a page request: see lib/server/page-router.ts. */
const routed = (value, destination) => ({
  source: '/:path*',
  has: [{ type: 'header', key: 'x-rowhouse-routed', value }],
  destination,
});

/** @satisfies {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // Arguments of actions hold passwords.
  logging: { serverFunctions: false },
  reactStrictMode: true,
  typedRoutes: false,
  // The optimizer's cache key has no host, so one tenant could be served another's picture.
  images: { unoptimized: true },
  serverExternalPackages: [
    'pg',
    '@node-rs/argon2',
    'graphile-worker',
    'pino',
    'sharp',
    'ws',
    '@neondatabase/serverless',
  ],
  // The build's type check would repeat what `npm run check` does.
  typescript: { ignoreBuildErrors: true },
  rewrites: async () => ({
    beforeFiles: [
      routed('t/(?<place>[a-z0-9.-]+~[0-9]+(?:~[a-z]{2})?) .+', '/t/:place/:path*'),
      routed('site/(?<place>[a-z]{2}) .+', '/site/:place/:path*'),
      routed('console .+', '/console/:path*'),
    ],
  }),
  // Pages that are the same for everybody are kept in front of Next: see lib/server/page-memory.ts.
  cacheMaxMemorySize: 0,
  headers: async () => [{ source: '/:path*', headers: guarding }],
  experimental: {
    authInterrupts: true,
    // Guests send the files of a form with it, 8 MB at most together.
    serverActions: { bodySizeLimit: '9mb' },
    // On disk each tenant and each version of its brand would leave a page behind for good.
    isrFlushToDisk: false,
  },
};

export default config;
