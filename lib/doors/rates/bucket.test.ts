import { describe, expect, it } from 'vitest';
import { type Lease, LeasedBucket } from './bucket';

/** A source that all buckets of a test share, and a clock that stands still unless it is moved. */
function stage(size: number) {
  const clock = { ms: 1_000_000 };
  const source = { tokens: size, at: clock.ms, trips: 0, answers: true };
  const lease: Lease = async (tell) => {
    await new Promise((next) => setImmediate(next));
    const { owed, wanted } = tell();
    source.trips += 1;
    if (!source.answers) throw new Error('gone');
    const there = Math.min(size, source.tokens + ((clock.ms - source.at) * size) / 60_000) - owed;
    const granted = Math.floor(Math.max(0, Math.min(wanted, there)));
    source.tokens = there - granted;
    source.at = clock.ms;
    return {
      granted,
      remaining: there - granted,
      waitMs: (60_000 / size) * Math.max(0, 1 - source.tokens),
    };
  };
  const bucket = () => new LeasedBucket('key', size, { lease, now: () => clock.ms });
  return { clock, source, bucket };
}

async function take(bucket: LeasedBucket, times: number): Promise<number> {
  const taken = await Promise.all(Array.from({ length: times }, () => bucket.take()));
  return taken.filter(({ ok }) => ok).length;
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((next) => setImmediate(next));
};

describe('a bucket of which a process leases parts', () => {
  it('lets in what there is, from two processes together, and nothing beyond what one may hold', async () => {
    for (const size of [1, 7, 120, 3_000, 12_000]) {
      const { bucket } = stage(size);
      const [one, other] = [bucket(), bucket()];
      let admitted = 0;
      for (let round = 0; round < 60; round++) {
        admitted += await take(one, Math.ceil(size / 40));
        admitted += await take(other, Math.ceil(size / 50));
      }
      expect(admitted).toBeLessThanOrEqual(size * 1.01);
      expect(admitted).toBeGreaterThanOrEqual(Math.floor(size * 0.98) - 1);
    }
  });

  it('answers at once while there is enough, and asks in the background', async () => {
    const { source, bucket } = stage(3_000);
    const one = bucket();
    expect(await one.take()).toEqual({ ok: true });
    expect(source.trips).toBe(0);
    await settle();
    expect(source.trips).toBe(1);
    expect(source.tokens).toBe(3_000 - 1 - 12);
    expect(one.left).toBe(2_999);
  });

  it('says after how long there is more, and is not asked meanwhile', async () => {
    const { clock, source, bucket } = stage(60);
    const one = bucket();
    expect(await take(one, 100)).toBe(60);
    const { trips } = source;
    expect(await one.take()).toMatchObject({ ok: false, waitMs: 1_000 });
    expect(source.trips).toBe(trips);
    clock.ms += 1_001;
    expect(await take(one, 5)).toBe(1);
  });

  it('counts alone, a quarter of it, while nobody answers', async () => {
    const { clock, source, bucket } = stage(1_200);
    source.answers = false;
    const one = bucket();
    const admitted = await take(one, 2_000);
    expect(admitted).toBeGreaterThanOrEqual(300);
    expect(admitted).toBeLessThanOrEqual(301);
    source.answers = true;
    clock.ms += 1_001;
    expect(await take(one, 100)).toBe(100);
  });
});
