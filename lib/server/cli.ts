import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closePools, configureDatabase } from '@/db/client';
import { listCommands, runCommand } from '@/lib/doors/cli';
import { toAppError } from '@/lib/doors/translate';
import { env } from '@/lib/env';
import { AppError, isAppError } from '@/lib/errors';

const usage = `Usage: npm run rowhouse -- <procedure> [--json '{...}'] [--tenant slug] [--token TOKEN]
       npm run rowhouse -- --list
Without --token, ROWHOUSE_TOKEN or the data folder's staff token is used.`;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      tenant: { type: 'string' },
      token: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.list) {
    for (const { name, summary, needsTenant } of listCommands()) {
      say(`${name.padEnd(28)} ${summary}${needsTenant ? ' (--tenant)' : ''}`);
    }
    return 0;
  }
  const [procedure] = positionals;
  if (values.help || !procedure || positionals.length > 1) {
    say(usage);
    return values.help ? 0 : 2;
  }
  const tenant = values.tenant ?? null;
  const input = parseJson(values.json ?? '{}');
  const output = await runCommand({
    procedure,
    input,
    tenant,
    token: values.token ?? savedToken(),
  });
  say(JSON.stringify(output ?? null, null, 2));
  return 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid', '--json is not valid JSON.');
  }
}

function savedToken(): string {
  const { ROWHOUSE_TOKEN, DATA_DIR } = env();
  if (ROWHOUSE_TOKEN) return ROWHOUSE_TOKEN;
  try {
    return readFileSync(join(DATA_DIR, 'staff-token'), 'utf8').trim();
  } catch {
    throw new AppError('unauthenticated', 'Give a token with --token or ROWHOUSE_TOKEN.');
  }
}

function explain(error: unknown): string {
  const known = toAppError(error);
  if (!isAppError(known)) return `Failed: ${known.message}`;
  const fields = Object.entries(known.fields).map(([path, message]) => `  ${path}: ${message}`);
  return [`${known.code}: ${known.message}`, ...fields].join('\n');
}

const {
  WEB_DATABASE_URL: web,
  PLATFORM_DATABASE_URL: platform,
  ROWHOUSE_SECRET: roleSecret,
  SHARD_URLS: shards,
} = env();
configureDatabase({ roleSecret, shards, ...(web && { web }), ...(platform && { platform }) });
process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  return 1;
});
await closePools();
