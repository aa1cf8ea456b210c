import { describe, expect, it } from 'vitest';
import type { UsageEvent } from '@/db/usage/note';
import { Flusher } from './flush';
import { Tally } from './tally';

const user = { tenantId: 't', actorId: 'a', tokenId: null, module: null };
const call = { requests: 1, computing: 2.4, database: 0.4 };

describe('the tally', () => {
  it('sums what the same one used, and leaves parts of a unit off', () => {
    const tally = new Tally();
    for (let n = 0; n < 10; n++) tally.add(user, call);
    const events = tally.empty();
    expect(events.map(({ meter, quantity }) => [meter, quantity])).toEqual([
      ['requests', 10],
      ['computing', 24],
      ['database', 4],
    ]);
    expect(tally.empty()).toEqual([]);
  });

  it('goes on without names where there are too many, and then not at all', () => {
    const tally = new Tally({ detailed: 2, most: 3 });
    for (const actorId of ['a', 'b', 'c', 'd']) tally.add({ ...user, actorId }, call);
    tally.add({ ...user, tenantId: 'other' }, call);
    const calls = tally.empty().filter(({ meter }) => meter === 'requests');
    expect(calls.map(({ tenantId, actorId, quantity }) => [tenantId, actorId, quantity])).toEqual([
      ['t', 'a', 1],
      ['t', 'b', 1],
      ['t', null, 2],
    ]);
  });

  it('tells again with the same ids what could not be entered', async () => {
    const tally = new Tally();
    const heard: (readonly UsageEvent[])[] = [];
    let broken = true;
    const flusher = new Flusher(tally, async (events) => {
      heard.push(events);
      if (broken) throw new Error('gone');
    });
    tally.add(user, call);
    await expect(flusher.flush()).rejects.toThrow('gone');
    tally.add(user, call);
    broken = false;
    // Whoever ends has no second try: it takes what came meanwhile along.
    expect(await flusher.flush()).toBe(4);
    const [first, again, later] = heard.map((events) => events.map(({ id }) => id));
    expect(again).toEqual(first);
    expect(later?.some((id) => first?.includes(id))).toBe(false);
  });
});
