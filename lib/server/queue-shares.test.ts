import { describe, expect, it } from 'vitest';
import { type Load, roomsIn } from './queue-shares';

const held = (n: number): Load => ({ held: n, lined: 0, failing: new Map() });

const rooms = (weights: Record<string, number>, loads: Record<string, Load> = {}) =>
  roomsIn({
    hands: 6,
    loads: new Map(Object.entries(loads)),
    weights: new Map(Object.entries(weights)),
    wanting: new Set([...Object.keys(weights), ...Object.keys(loads)]),
  });

describe('the room that the queue has for tenants', () => {
  it('leaves hands for others where one alone wants them', () => {
    expect(rooms({ a: 1 })('a')).toMatchObject({ held: 4, lined: 20 });
  });

  it('goes by weight among those that want some, and gives each one at least', () => {
    const room = rooms({ a: 1, b: 4, c: 1 }, { a: held(2) });
    expect([room('a').held, room('b').held, room('c').held]).toEqual([0, 4, 1]);
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`t${at}`, 1]));
    expect(rooms(many)('t7').held).toBe(1);
  });

  it('counts those that are at work and have nothing waiting, and who may turn out to have some', () => {
    expect(rooms({ b: 1 }, { a: held(4) })('b').held).toBe(3);
    expect(rooms({ a: 1, b: 1 })('home').held).toBe(2);
  });

  it('takes no more of a kind of which a hundred fail, and of every other', () => {
    const failing = new Map([
      ['imports.run', 100],
      ['plan.carryOut', 99],
      ['mail.deliver', 999],
    ]);
    const room = rooms({}, { a: { held: 0, lined: 19, failing } })('a');
    expect(room).toMatchObject({ held: 4, lined: 1 });
    const kinds = [...failing.keys(), 'deletion.remind'];
    expect(kinds.filter(room.isShutTo)).toEqual(['imports.run']);
    expect(
      rooms({ a: 1 }, { b: { held: 0, lined: 0, failing } })('a').isShutTo('imports.run'),
    ).toBe(false);
  });
});
