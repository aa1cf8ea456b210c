import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonSchema, type Subject, subjectsOf } from '@/lib/doors/matrix/subject';
import type { World } from '@/lib/doors/testing';
import * as cookies from '@/lib/identity/cookies';
import { hashToken } from '@/lib/identity/secrets';
import { router } from '@/lib/router';
import { root } from '../../settings.mjs';

/** Columns that look like a secret's by name or content, hold none that anybody presents, and why. */
const otherColumns: Record<string, string> = {
  'control.archives.digest': 'sum of the bytes of an archive',
  'control.brandings.tokens': 'looks',
  'control.domains.proof': 'stands in public DNS',
  'control.email_domains.proof': 'stands in public DNS',
  'control.bounced_addresses.address_hash': 'keyed, of an address, which nobody presents',
  'control.removed_addresses.address_hash': 'keyed, of an address, which nobody presents',
  'control.archive_keys.salt': 'is worth nothing without the master secret',
  'control.identity_providers.client_secret':
    'sealed for its tenant, and said to the provider alone',
  'control.webhook_endpoints.secret': 'sealed for its webhook, and told to its receiver alone',
  'control.webhook_endpoints.former_secret': 'the one before, as above',
  'control.idempotency_keys.request_hash': 'of a request',
  'pooled.idempotency_keys.request_hash': 'of a request',
};

/** Fields that look like a credential's, take none that stands, or one that `guesses` tries, and why. */
const otherFields: Record<string, string> = {
  'signIn.resetPassword.password': 'a new password',
  'signIn.handOff.nonceHash': 'the nonce is shown where the ticket is',
  'signIn.confirmSetUp.code': 'of a secret that this sign-in was just shown',
  'signIn.confirmArrival.code': 'a code as at sign-in, tried by `guesses`',
  'factors.confirm.code': 'of a secret that this session was just shown',
  'invitation.accept.password': 'a password as at sign-in, tried by `guesses`',
  'joining.accept.password': 'a password as at sign-in, tried by `guesses`',
  'poolClaim.withPassword.code': 'a code as at sign-in, tried by `guesses`',
  'poolClaim.withLink.code': 'a code as at sign-in, tried by `guesses`',
  'poolClaim.finish.password': 'a new password',
  'records.search.query': 'words to look for',
  'things.find.query': 'words to look for',
};

/** Labels of keys for what nobody outside is given, and why. */
const otherLabels: Record<string, string> = {
  'archive-signature': 'signs archives, which no person presents',
  address: 'from our own entry to pages',
  routed: 'from our own entry to pages',
  'next-auth': 'wraps a session of ours, which decides',
  mail: 'seals mails that wait',
  'second-factor': 'seals secrets of authenticators for pool and account',
  'identity-provider': 'seals secrets of clients for their tenant',
  webhook: 'seals secrets of webhooks, which sign what is sent',
};

const speaking =
  /hash|secret|token|nonce|password|proof|signature|credential|challenge|salt|(api|private|public|access)_key/;
const hashLike = /^[0-9a-f]{64}$/;

interface Column extends Record<string, unknown> {
  schema: string;
  table: string;
  column: string;
}

/** Where what was handed out stands in the database, hashed or as it is, and where hashes stand. */
export async function columnsHolding({ database }: Pick<World, 'database'>, tokens: string[]) {
  const hashes = new Map(tokens.map((token) => [hashToken(token), token]));
  const hashed = new Set<string>();
  const plain = new Map<string, string>();
  const alike = new Set<string>();
  for (const { schema, table } of await tablesOf(database)) {
    const rows = await database.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${schema}.${JSON.stringify(table)} t`,
    );
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row)) {
        const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
        if (hashLike.test(text)) alike.add(`${schema}.${table}.${column}`);
        if (hashes.has(text)) hashed.add(`${schema}.${table}.${column}`);
        for (const token of tokens)
          if (text.includes(token)) plain.set(`${schema}.${table}.${column}`, token);
      }
  }
  return { hashed, plain, alike };
}

const tablesOf = (database: World['database']) =>
  database.query<Column>(
    `select distinct n.nspname as schema, c.relname as "table" from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('control', 'pooled') and c.relkind in ('r', 'p')`,
  );

/** Columns that speak of a secret or hold hashes, and are neither covered nor excused; stale excuses. */
export async function uncoveredColumns(
  { database }: Pick<World, 'database'>,
  covered: ReadonlySet<string>,
  alike: ReadonlySet<string>,
): Promise<string[]> {
  const columns = await database.query<Column>(
    `select n.nspname as schema, c.relname as "table", a.attname as column from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname in ('control', 'pooled') and c.relkind in ('r', 'p')
       and a.atttypid in ('text'::regtype, 'bytea'::regtype, 'jsonb'::regtype, 'text[]'::regtype)`,
  );
  const speaks = columns
    .filter(({ column }) => speaking.test(column))
    .map(({ schema, table, column }) => `${schema}.${table}.${column}`);
  const names = [...new Set([...speaks, ...alike])];
  return missing(names, { covered, excused: otherColumns });
}

/** Fields of operations that take a credential from somebody, and that none was shown to. */
export function uncoveredFields(shownTo: ReadonlySet<string>): string[] {
  const fields = subjectsOf(router)
    .filter(({ meta }) => meta.permission !== 'job')
    .flatMap((subject) => credentialFields(subject).map((name) => `${subject.meta.name}.${name}`));
  return missing(fields, { covered: shownTo, excused: otherFields });
}

const fieldName =
  /(token|ticket|flow|browser|nonce|nonceHash|pass|proof|otp|code|signature|assertion|attestation|query)$|^(password|currentPassword)$/i;

/** By name, and by the shape of what `newToken` makes. */
const credentialFields = ({ schema }: Subject): string[] =>
  Object.entries(schema.properties ?? {})
    .filter(([name, property]) => fieldName.test(name) || isOpaque(property))
    .map(([name]) => name);

const isOpaque = ({ pattern, minLength, maxLength }: JsonSchema) =>
  pattern === '^[\\w-]{20,100}$' ||
  (minLength !== undefined && minLength >= 20 && minLength === maxLength);

/** Cookies of ours in which no kind travels. */
export const uncoveredCookies = (covered: ReadonlySet<string>): string[] =>
  missing(
    Object.entries(cookies)
      .filter(([name, made]) => name.endsWith('Cookie') && made.length === 0)
      .map(([name]) => name),
    { covered, excused: {} },
  );

/** Labels of keys in the sources with which no kind is signed. */
export function uncoveredLabels(covered: ReadonlySet<string>): string[] {
  const labels = sourcesIn(join(root, 'lib')).flatMap((text) => [
    ...[...text.matchAll(/hkdfSync\([^;]*?ROWHOUSE_SECRET, '', '([^']+)'/g)].map(
      ([, name]) => name,
    ),
    ...[...text.matchAll(/\bsealer\('([^']+)'\)/g)].map(([, name]) => name),
    ...[...text.matchAll(/\.update\(`([\w-]+):/g)].map(([, name]) => name),
  ]) as string[];
  return missing([...new Set(labels)], { covered, excused: otherLabels });
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && /\.ts$/.test(one.name) && !/\.test\.ts$/.test(one.name))
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'));
}

interface Known {
  covered: ReadonlySet<string>;
  excused: Record<string, string>;
}

function missing(names: string[], { covered, excused }: Known): string[] {
  const there = new Set(names);
  return [
    ...names.filter((name) => !covered.has(name) && !Object.hasOwn(excused, name)),
    ...Object.keys(excused)
      .filter((name) => !there.has(name) || covered.has(name))
      .map((name) => `${name} is excused for nothing`),
  ];
}
