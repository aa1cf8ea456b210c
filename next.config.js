/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
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
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '2mb' } },
};

export default config;
