import { describe, expect, it } from 'vitest';
import { asked, inStep, type Steps } from './in-step';

type Item = Parameters<typeof asked>[0];

const query = (name: string) => name as unknown as Item;

/** Answers each query with its own name in capitals, and notes what came together. */
function answering() {
  const trips: string[][] = [];
  const batch = async (queries: readonly unknown[]) => {
    trips.push(queries as string[]);
    return (queries as string[]).map((name) => name.toUpperCase());
  };
  return { trips, batch };
}

function* reading(...steps: string[][]): Steps<string> {
  const heard: unknown[] = [];
  for (const [first = '', ...others] of steps) {
    heard.push(...(yield* asked(query(first), ...others.map(query))));
  }
  return heard.join(' ');
}

describe('inStep', () => {
  it('sends what several readings ask at a step together, and gives each its own answers', async () => {
    const { trips, batch } = answering();
    const found = await inStep({ batch } as never, [
      reading(['a', 'b'], ['c']),
      reading(['d']),
      reading(['e'], ['f', 'g'], ['h']),
    ]);
    expect(found).toEqual(['A B C', 'D', 'E F G H']);
    expect(trips).toEqual([['a', 'b', 'd', 'e'], ['c', 'f', 'g'], ['h']]);
  });

  it('asks nothing for readings that ask nothing', async () => {
    const { trips, batch } = answering();
    expect(await inStep({ batch } as never, [reading(), reading()])).toEqual(['', '']);
    expect(trips).toEqual([]);
  });

  it('fails where its round trip or a reading fails', async () => {
    const refused = async () => Promise.reject(new Error('gone'));
    await expect(inStep({ batch: refused } as never, [reading(['a'])])).rejects.toThrow('gone');
    function* broken(): Steps<string> {
      yield* asked(query('a'));
      throw new Error('unreadable');
    }
    const { batch } = answering();
    await expect(inStep({ batch } as never, [broken()])).rejects.toThrow('unreadable');
  });
});
