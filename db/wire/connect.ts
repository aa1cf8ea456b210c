import { Client as NeonClient, neonConfig } from '@neondatabase/serverless';
import { Client as PgClient } from 'pg';
import { ClientLine, type WireClient } from './client-line';

const applicationName = 'rowhouse';

export interface LineWish {
  /** Postgres connection URL. */
  url: string;
  named: boolean;
  connectTimeoutMs: number;
}

/** Opens a line over TCP. */
export function openPgLine({ url, named, connectTimeoutMs }: LineWish): Promise<ClientLine> {
  const client = new PgClient({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  });
  return ClientLine.open(client as unknown as WireClient, { named });
}

/** Opens a line over Neon's WebSocket proxy; one frame per batch. */
export async function openNeonLine({
  url,
  named,
  connectTimeoutMs,
}: LineWish): Promise<ClientLine> {
  neonConfig.webSocketConstructor ??= (await import('ws')).WebSocket as never;
  const client = new NeonClient({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  return await ClientLine.open(client as unknown as WireClient, { named });
}

/** Points Neon's drivers at a local relay; `base` is its URL with the secret as path. */
export function pointAtNeonRelay(base: string) {
  const { host, pathname } = new URL(base);
  const root = `${host}${pathname.replace(/\/$/, '')}`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineConnect = false;
  neonConfig.wsProxy = () => `${root}/v2`;
  neonConfig.fetchEndpoint = () => `http://${root}/sql`;
}
