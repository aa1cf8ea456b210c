import { beforeEach, describe, expect, it } from 'vitest';
import { typeAhead } from './type-ahead';

const options = ['Draft', 'Done', 'Doing', 'Open'].map((label) => ({
  label,
  value: label.toLowerCase(),
}));

describe('letters on a closed list', () => {
  let now = 0;
  let value: string | undefined;
  let reader = typeAhead(() => now);
  const type = (letters: string) => {
    for (const letter of letters) value = reader.read(letter, options, value)?.value ?? value;
    return value;
  };

  beforeEach(() => {
    now = 0;
    value = undefined;
    reader = typeAhead(() => now);
  });

  it('lead to the option they begin', () => {
    expect(type('o')).toBe('open');
    now += 2_000;
    expect(type('doi')).toBe('doing');
  });

  it('go from one to the next when the same is typed again', () => {
    expect([type('d'), type('d'), type('d'), type('d')]).toEqual([
      'draft',
      'done',
      'doing',
      'draft',
    ]);
  });

  it('change nothing where no option begins with them, and pass over those that are off', () => {
    expect(type('x')).toBeUndefined();
    const off = options.map((option, at) => ({ ...option, disabled: at === 0 }));
    expect(typeAhead(() => 0).read('d', off, undefined)?.value).toBe('done');
  });

  it('belong together for a second', () => {
    type('d');
    expect(reader.isTyping()).toBe(true);
    now += 1_001;
    expect(reader.isTyping()).toBe(false);
    expect(type('o')).toBe('open');
  });
});
