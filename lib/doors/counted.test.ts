import { beforeEach, expect, it } from 'vitest';
import { DbError, type DbErrorKind } from '@/db/errors';
import { tally } from '../billing/usage/flush';
import { AppError } from '../errors';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import { counted } from './counted';
import type { ProcedureMeta } from './spec';

const member = {
  ...{ tenant: { id: 't' }, user: { id: 'u' }, membership: { id: 'm', state: 'active' } },
  ...{ token: { id: 'k', scopes: [] }, client: null, session: null },
} as unknown as Caller;
const stranger = { ...member, user: null, membership: null, token: null } as Caller;
const elsewhere = { ...member, membership: null } as Caller;
const client = { ...stranger, client: { id: 'c', name: 'C', madeBy: 'M' } } as Caller;

async function metersOf(caller: Caller, door: DoorCall['door'], fail?: Error) {
  const at = { meta: { name: 'x' } as ProcedureMeta, call: { door } as DoorCall };
  const done = counted(at, async (letIn) => {
    letIn(caller);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (fail) throw fail;
  });
  const [result] = await Promise.allSettled([done]);
  expect(result?.status).toBe(fail ? 'rejected' : 'fulfilled');
  return tally()
    .empty()
    .map(({ meter }) => meter);
}

beforeEach(() => void tally().empty());

it('counts a call with a token, also one that is refused for what it asks', async () => {
  expect(await metersOf(member, 'rest')).toEqual(['requests', 'computing']);
  expect(await metersOf(client, 'rest')).toEqual(['requests', 'computing']);
  const refused = new AppError('conflict', 'No.');
  expect(await metersOf(member, 'rest', refused)).toEqual(['requests', 'computing']);
  const twice = new DbError('constraint', 'No.', { code: '23505' });
  expect(await metersOf(member, 'rest', twice)).toEqual(['requests', 'computing']);
});

const ours: DbErrorKind[] = [
  ...(['stale', 'fenced', 'denied', 'unavailable', 'unconfirmed', 'timeout'] as const),
  ...(['retry', 'aborted', 'closed', 'unsupported', 'query'] as const),
];

it.each(ours)('counts nothing where the database says %s', async (kind) => {
  expect(await metersOf(member, 'rest', new DbError(kind, 'Gone.'))).toEqual([]);
});

it('counts nothing of a fault of ours, and nothing of strangers', async () => {
  expect(await metersOf(member, 'rest', new Error('A fault.'))).toEqual([]);
  expect(await metersOf(member, 'rest', new AppError('unavailable', 'Later.'))).toEqual([]);
  expect(await metersOf(stranger, 'rest')).toEqual([]);
  expect(await metersOf(elsewhere, 'rest')).toEqual([]);
  expect(await metersOf(stranger, 'job')).toEqual(['computing']);
});
