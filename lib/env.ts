import { z } from 'zod';
import { type Tier, tiers } from './tenancy/tiers';

/** URLs by connection name, with the login of the process that reads them. */
const ShardUrls = z
  .string()
  .default('{}')
  .transform((text, context) => {
    try {
      return z.record(z.string(), z.string()).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON of connection name to URL' });
      return z.NEVER;
    }
  });

const withPort = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-fA-F:]+\]):\d{1,5}$/;

/** Names with commas between them. */
const Tiers = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .transform((names) => names.filter(Boolean))
  .pipe(z.array(z.enum(tiers)));

/** Networks in CIDR notation with commas between them. */
const Networks = z
  .string()
  .transform((text) => text.split(',').map((network) => network.trim()))
  .transform((networks) => networks.filter(Boolean))
  .pipe(z.array(z.union([z.cidrv4(), z.cidrv6()])));

/** Addresses of name servers with commas between them, each with its port where that is not 53. */
const NameServers = z
  .string()
  .transform((text) => text.split(',').map((server) => server.trim()))
  .transform((servers) => servers.filter(Boolean))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.string().regex(withPort)])));

/** A bare host name in lower case. */
const HostText = z.string().regex(/^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/);

/** Secrets of signed events with commas between them: two while one takes the place of the other. */
const SigningSecrets = z
  .string()
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .transform((secrets) => secrets.filter(Boolean))
  .pipe(z.array(z.string().min(16)).max(2));

/** IP addresses with commas between them. */
const Addresses = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .transform((addresses) => addresses.filter(Boolean))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6()])));

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  ROOT_DOMAIN: z.string().default('rowhouse.localhost'),
  /** As browsers see it: the port of what stands in front, where something does. */
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Where the web process listens instead, when something on the same machine stands in front at PORT. */
  LISTEN_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  DATA_DIR: z.string().default('.data'),
  ROWHOUSE_SECRET: z.string().min(32),
  WEB_DATABASE_URL: z.string().optional(),
  PLATFORM_DATABASE_URL: z.string().optional(),
  WORKER_DATABASE_URL: z.string().optional(),
  OPERATOR_DATABASE_URL: z.string().optional(),
  ADMIN_DATABASE_URL: z.string().optional(),
  /** Further Postgres servers that hold tenants: see docs/operations.md. */
  SHARD_URLS: ShardUrls,
  DATABASE_NAME: z.string().default('rowhouse'),
  /** Where middleware asks for hosts; set by the web process for its own Edge sandbox. */
  DIRECTORY_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Rowhouse <no-reply@rowhouse.localhost>'),
  ROWHOUSE_TOKEN: z.string().optional(),
  /** Tiers that tenants may choose without asking staff. */
  SELF_SERVICE_TIERS: Tiers.default([]),
  /**
   * Tiers besides the shared tables that strangers may choose when they sign up; on a developer's own
   * machine all of them where nothing is said.
   */
  SIGN_UP_TIERS: Tiers.optional(),
  /**
   * Private networks in which identity providers of tenants may stand, and be asked over plain HTTP
   * too; on a developer's own machine loopback where nothing is said.
   */
  EGRESS_NETWORKS: Networks.optional(),
  /** The same for receivers of tenants' webhooks, which every tenant chooses. */
  WEBHOOK_NETWORKS: Networks.optional(),
  /** Name servers that are asked for the records of tenants' domains; the machine's own where none is named. */
  DNS_SERVERS: NameServers.default([]),
  /** Name to which custom domains lead by CNAME; the root domain where none is named. */
  DOMAINS_TARGET: HostText.optional(),
  /** Addresses to which custom domains lead that can have no CNAME. */
  DOMAINS_ADDRESSES: Addresses.default([]),
  /** Port on loopback where a proxy asks whether it may get a certificate for a host; none where 0. */
  TLS_ASK_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  /** Who has certificates for tenants' own domains: see docs/operations.md. */
  HOSTER: z.enum(['proxy', 'vercel']).default('proxy'),
  VERCEL_TOKEN: z.string().optional(),
  VERCEL_PROJECT_ID: z.string().optional(),
  VERCEL_TEAM_ID: z.string().optional(),
  /** Who takes money; nothing is charged without a key. */
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_API_URL: z.url().default('https://api.stripe.com'),
  /** By what Stripe signs the events that it sends us; none are taken without. */
  STRIPE_WEBHOOK_SECRET: SigningSecrets.default([]),
  /** Port on loopback of the Stripe that stands in for it on a developer's own machine. */
  LOCAL_STRIPE_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  /** Where that one sends its events. */
  LOCAL_STRIPE_EVENTS: z.url().optional(),
  /** How many backups the operator tries out each day. */
  DRILLS_PER_DAY: z.coerce.number().int().min(0).max(1000).default(3),
});

export type Env = z.infer<typeof schema> & {
  SIGN_UP_TIERS: Tier[];
  EGRESS_NETWORKS: string[];
  WEBHOOK_NETWORKS: string[];
  /** `http` for a .localhost root, `https` elsewhere. */
  scheme: 'http' | 'https';
  /** Port as it stands in public URLs, with its colon; empty for the scheme's own. */
  portSuffix: string;
  /** True on a developer's own machine: demo data and the local mailbox are allowed. */
  isLocal: boolean;
};

const loopback = ['127.0.0.0/8', '::1/128'];

let parsed: Env | undefined;

/**
 * The process's settings, parsed once. Works in Node and in the Edge runtime.
 * Throws with the names of the settings that are wrong, never with their values.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Wrong settings. ${wrong.join('; ')}`);
  }
  const isLocal = result.data.ROOT_DOMAIN.endsWith('.localhost');
  const scheme = isLocal ? 'http' : 'https';
  const port = result.data.PORT;
  parsed = {
    ...result.data,
    SIGN_UP_TIERS: result.data.SIGN_UP_TIERS ?? (isLocal ? [...tiers] : []),
    EGRESS_NETWORKS: result.data.EGRESS_NETWORKS ?? (isLocal ? loopback : []),
    WEBHOOK_NETWORKS: result.data.WEBHOOK_NETWORKS ?? (isLocal ? loopback : []),
    scheme,
    portSuffix: isLocal && port !== 80 ? `:${port}` : '',
    isLocal,
  };
  return parsed;
}

/** Hands a setting to this process's Edge sandbox, which reads the environment at run time. */
export function setDirectoryUrl(url: string): void {
  process.env.DIRECTORY_URL = url;
  parsed = undefined;
}
