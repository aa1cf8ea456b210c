import { describe, expect, it } from 'vitest';
import type { ClientLine } from './client-line';
import { LineBudget } from './line-budget';
import { LinePool } from './line-pool';

const options = { idleMs: 60_000, lifetimeMs: 60_000, maxUses: 1_000, acquireMs: 5_000 };

/** A pool of connections that lead nowhere. */
const poolOf = (max: number) => {
  const open = async () =>
    ({ status: 'I', broken: false, usedAt: 0, openedAt: performance.now(), uses: 0 }) as ClientLine;
  return new LinePool(open, { ...options, max, maxWaiting: 100 }, new LineBudget(max));
};

/** What was lent so far, in its order, and what was refused; some wait until the test is over. */
function borrowing(pool: LinePool) {
  const lent: { owner: string; release(): void }[] = [];
  const refused: unknown[] = [];
  const borrow = (owner: string) => {
    const lend = pool.hold(owner).then((line) => {
      lent.push({ owner, release: () => line.release() });
    });
    lend.catch((error) => refused.push(error));
  };
  const owners = () => lent.map(({ owner }) => owner).join('');
  return { lent, refused, borrow, owners };
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((next) => setImmediate(next));
};

describe('connections of one pool', () => {
  it('are never all at work for one tenant, so that another finds one free', async () => {
    const { lent, borrow, owners } = borrowing(poolOf(4));
    for (let n = 0; n < 6; n++) borrow('a');
    await settle();
    expect(owners()).toBe('aaa');
    borrow('b');
    await settle();
    expect(owners()).toBe('aaab');
    lent[0]?.release();
    await settle();
    expect(owners()).toBe('aaaba');
  });

  it('go first to the tenant that has least at work', async () => {
    const { lent, borrow, owners } = borrowing(poolOf(4));
    for (const owner of 'aaab') borrow(owner);
    await settle();
    for (const owner of 'abac') borrow(owner);
    lent[0]?.release();
    lent[2]?.release();
    await settle();
    expect(owners()).toBe('abaaca');
  });

  it('leave room to wait in for others, however many of one tenant wait', async () => {
    const { lent, refused, borrow, owners } = borrowing(poolOf(4));
    for (let n = 0; n < 200; n++) borrow('a');
    await settle();
    // Of a hundred places to wait in.
    expect(refused).toHaveLength(200 - 75);
    for (let n = 0; n < 3; n++) borrow('b');
    await settle();
    for (const { owner, release } of [...lent]) if (owner === 'b') release();
    await settle();
    expect(owners().replaceAll('a', '')).toBe('bb');
  });

  it('count for nobody where no tenant is in scope', async () => {
    const pool = poolOf(4);
    const lines = await Promise.all(Array.from({ length: 4 }, () => pool.hold()));
    expect(lines).toHaveLength(4);
  });
});
