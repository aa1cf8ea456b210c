import { describe, expect, it } from 'vitest';
import { wayReader } from './way-keys';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('two keys that lead somewhere', () => {
  it('answers the letter after G, once', () => {
    const read = wayReader(() => 0);
    expect(['G', 'c', 'c'].map((key) => read({ ...plain, key }))).toEqual([
      undefined,
      'c',
      undefined,
    ]);
  });

  it('forgets a G that is long ago or part of a command', () => {
    let at = 0;
    const read = wayReader(() => at);
    read({ ...plain, key: 'g' });
    at = 5_000;
    expect(read({ ...plain, key: 'c' })).toBeUndefined();
    read({ ...plain, ctrlKey: true, key: 'g' });
    expect(read({ ...plain, key: 'c' })).toBeUndefined();
  });
});
