import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '@/lib/doors/testing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import {
  columnsHolding,
  uncoveredColumns,
  uncoveredCookies,
  uncoveredFields,
  uncoveredLabels,
} from './coverage';

let world: World;
const nothing = new Set<string>();

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

describe('what the proof of credentials has to know', () => {
  it('names a column that came to keep one, by its name', async () => {
    const before = await uncoveredColumns(world, nothing, nothing);
    await world.database.query('alter table control.users add column phone_token text');
    const after = await uncoveredColumns(world, nothing, nothing);
    expect(after.filter((name) => !before.includes(name))).toEqual(['control.users.phone_token']);
  });

  it('names a column of any name that holds a hash, and one that holds what was handed out', async () => {
    const tenant = await world.tenant();
    const { userId } = await world.member(tenant, 'basic');
    const [hashed, plain] = [newToken(), newToken()];
    await world.database.query(
      'update control.users set locale = $2, time_zone = $3 where id = $1',
      [...[userId, hashToken(hashed), plain]],
    );
    const found = await columnsHolding(world, [hashed, plain]);
    expect(found.alike).toContain('control.users.locale');
    expect(found.hashed).toContain('control.users.locale');
    expect([...found.plain.keys()]).toEqual(['control.users.time_zone']);
    expect(await uncoveredColumns(world, nothing, found.alike)).toContain('control.users.locale');
  });

  it('names fields, cookies and keys that nothing was shown to or made with', () => {
    expect(uncoveredFields(nothing)).toContain('signIn.withTicket.ticket');
    expect(uncoveredFields(new Set(['signIn.withTicket.ticket']))).not.toContain(
      'signIn.withTicket.ticket',
    );
    expect(uncoveredCookies(nothing)).toContain('sessionCookie');
    expect(uncoveredLabels(nothing)).toContain('opening-ticket');
  });

  it('names an excuse that became none', () => {
    expect(uncoveredFields(new Set(['records.search.query']))).toContain(
      'records.search.query is excused for nothing',
    );
  });
});
