import { v7 as uuidv7 } from 'uuid';
import { env } from '../env';
import { AppError } from '../errors';
import type { DoorCall } from './call';
import { lazily } from './call';
import { type Callable, invoke } from './callable';
import { identify } from './caller';
import { proceduresByName } from './job';
import { metaOf } from './procedure';

export interface CommandLine {
  procedure: string;
  input: unknown;
  /** Slug of the tenant to act in; the platform itself when null. */
  tenant: string | null;
  /** Staff token, or an API token of the tenant. */
  token: string;
}

/** Runs one procedure from the command line. Rejects with `AppError` or what went wrong. */
export async function runCommand({
  procedure,
  input,
  tenant,
  token,
}: CommandLine): Promise<unknown> {
  const found = proceduresByName.get(procedure);
  if (!found || metaOf(found).permission === 'job') {
    throw new AppError('not_found', `There is no procedure ${procedure}. --list names them.`);
  }
  return await invoke(found as Callable<never, never>, input as never, commandCall(tenant, token));
}

/** What the command line can run: name and summary. */
export const listCommands = () =>
  [...proceduresByName.values()]
    .map(metaOf)
    .filter((meta) => meta.permission !== 'job')
    .map(({ name, summary, zone }) => ({
      name,
      summary,
      needsTenant: (zone ?? 'tenant') === 'tenant',
    }));

function commandCall(tenant: string | null, token: string): DoorCall {
  const root = env().ROOT_DOMAIN;
  const host = tenant
    ? ({ zone: 'tenant', host: `${tenant}.${root}`, slug: tenant } as const)
    : ({ zone: 'console', host: `console.${root}` } as const);
  const name = tenant ? { slug: tenant, host: host.host } : null;
  return {
    door: 'cli',
    requestId: uuidv7(),
    address: null,
    device: 'command line',
    idempotencyKey: null,
    caller: lazily(() => identify(host, name, { kind: 'api', token })),
  };
}
