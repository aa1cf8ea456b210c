import { expect, it } from 'vitest';
import { Spent, spending, timed, untimed } from './spent';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

it('counts questions on the way at once no longer than they took together', async () => {
  const spent = new Spent();
  const began = performance.now();
  await spending(spent, () =>
    Promise.all([timed(() => wait(40)), timed(() => wait(40)), timed(() => wait(40))]),
  );
  expect(spent.databaseMs).toBeGreaterThan(0);
  expect(spent.databaseMs).toBeLessThanOrEqual(performance.now() - began);
});

it('keeps a wait for a free line apart, and leaves it out while something is asked', async () => {
  const spent = new Spent();
  await spending(spent, () => untimed(() => wait(20)));
  expect(spent.databaseMs).toBe(0);
  expect(spent.waitedMs).toBeGreaterThan(0);
  const both = new Spent();
  const began = performance.now();
  await spending(both, () => Promise.all([untimed(() => wait(20)), timed(() => wait(20))]));
  expect(both.databaseMs + both.waitedMs).toBeLessThanOrEqual(performance.now() - began);
});

it('counts what failed as well, and nothing outside of any work', async () => {
  const spent = new Spent();
  const fail = () => wait(5).then(() => Promise.reject(new Error('gone')));
  await expect(spending(spent, () => timed(fail))).rejects.toThrow('gone');
  expect(spent.databaseMs).toBeGreaterThan(0);
  expect(await timed(async () => 7)).toBe(7);
});
