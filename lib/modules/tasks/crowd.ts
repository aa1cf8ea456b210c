/** Some of many people. */
export interface Crowd extends Iterable<string> {
  size: number;
  has: (userId: string) => boolean;
}

/**
 * Joins groups of people to crowds, by the names of groups. Everybody is numbered once and kept as a bit
 * of each group, so that it stays cheap when a hundred tasks name a hundred groups of thousands each.
 */
export function crowdsOf(
  groups: ReadonlyMap<string, readonly string[]>,
): (names: Iterable<string>) => Crowd {
  const numbers = new Map<string, number>();
  for (const userIds of groups.values()) {
    for (const userId of userIds) if (!numbers.has(userId)) numbers.set(userId, numbers.size);
  }
  const userIds = [...numbers.keys()];
  const words = Math.ceil(userIds.length / 32);
  const bitsOf = new Map<string, Uint32Array>();
  for (const [name, members] of groups) {
    const bits = new Uint32Array(words);
    for (const userId of members) put(bits, numbers.get(userId) ?? 0);
    bitsOf.set(name, bits);
  }
  return (names) => {
    const joined = new Uint32Array(words);
    for (const name of names) join(joined, bitsOf.get(name));
    const hasNumber = (n: number) => (((joined[n >>> 5] ?? 0) >>> (n & 31)) & 1) === 1;
    return {
      size: countOf(joined),
      has: (userId) => {
        const n = numbers.get(userId);
        return n !== undefined && hasNumber(n);
      },
      *[Symbol.iterator]() {
        for (const [n, userId] of userIds.entries()) if (hasNumber(n)) yield userId;
      },
    };
  };
}

function put(bits: Uint32Array, n: number) {
  bits[n >>> 5] = (bits[n >>> 5] ?? 0) | (1 << (n & 31));
}

function join(to: Uint32Array, from: Uint32Array | undefined) {
  if (!from) return;
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) | (from[at] ?? 0);
}

function countOf(bits: Uint32Array): number {
  let count = 0;
  for (const word of bits) for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
