import type { NextRequest } from 'next/server';
import { routeRequest } from './lib/tenancy/middleware';

export const middleware = (request: NextRequest) => routeRequest(request);

// Every page path, dotted ones too; the doors under /api verify host and caller for themselves.
export const config = {
  matcher: ['/((?!_next/static/|assets/|api/|healthz$|readyz$|metrics$).*)'],
};
