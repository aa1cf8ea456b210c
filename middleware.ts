import type { NextRequest } from 'next/server';
import { routeRequest } from './lib/tenancy/middleware';

export const middleware = (request: NextRequest) => routeRequest(request);

// Every page path, dotted ones too; the doors under /api verify host and caller for themselves. Our
// Node entry, which strips that header from outside, marks what it has routed already.
export const config = {
  matcher: [
    {
      source: '/((?!_next/static/|assets/|api/|healthz$|readyz$|metrics$).*)',
      missing: [{ type: 'header', key: 'x-rowhouse-routed' }],
    },
  ],
};
