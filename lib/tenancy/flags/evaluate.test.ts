import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineChoice, defineNumber, defineSwitch } from './define';
import { bucketOf, evaluate, type FlagFacts } from './evaluate';

const common = {
  title: 'A flag',
  description: 'Does something.',
  owner: 'Somebody',
  expires: '2999-12-31',
  keyedBy: 'tenant',
  choosable: true,
  published: true,
  refusal: 'Off.',
} as const;

const look = defineChoice(['plain', 'rich', 'none', 'new', 'odd', 'own'], {
  ...common,
  ...{ key: 'look', default: 'plain', off: 'none' },
});
const subject = { tenantId: 'a', personId: 'p', roles: ['admin', 'basic'] };

describe('a flag', () => {
  const rules = {
    roles: { basic: 'plain', admin: 'rich' },
    channels: { early: 'new' },
    share: { percent: 100, value: 'odd' },
  };
  const all: FlagFacts = {
    channel: 'early',
    rules: { look: { ...rules, killed: true } },
    overrides: { look: 'rich' },
    choices: { look: 'own' },
  };
  const { overrides: _overrides, ...unforced } = all;
  const { choices: _choices, ...unchosen } = unforced;
  const left = (facts: FlagFacts, change: object): FlagFacts => ({
    ...facts,
    rules: { look: { ...rules, ...change } },
  });

  it('is what the first that says anything says, in one order', () => {
    const of = (facts: FlagFacts) => {
      const { value, because } = evaluate(look, facts, subject);
      return [because, value];
    };
    expect(of(all)).toEqual(['killed', 'none']);
    expect(of(left(all, {}))).toEqual(['override', 'rich']);
    expect(of(left(unforced, {}))).toEqual(['choice', 'own']);
    expect(of(left(unchosen, {}))).toEqual(['role', 'rich']);
    expect(of(left(unchosen, { roles: {} }))).toEqual(['channel', 'new']);
    expect(of(left(unchosen, { roles: {}, channels: {} }))).toEqual(['share', 'odd']);
    expect(of({})).toEqual(['default', 'plain']);
  });

  it('takes no choice of a tenant where it is not theirs, and nothing that does not fit', () => {
    const settled = { ...look, choosable: false };
    const chosen = { choices: { look: 'own' } };
    expect(evaluate(settled, chosen, subject).because).toBe('default');
    for (const value of ['other', true, 1, null, {}]) {
      expect(evaluate(look, { overrides: { look: value } }, subject).because).toBe('default');
    }
    const most = defineNumber({ min: 0, max: 5 }, { ...common, key: 'n', default: 3, off: 0 });
    for (const value of [-1, 6, 2.5, '2', Number.NaN]) {
      expect(evaluate(most, { overrides: { n: value } }, subject).value).toBe(3);
    }
  });

  it('cannot be defined with a default that it cannot have', () => {
    expect(() =>
      defineNumber({ min: 1, max: 5 }, { ...common, key: 'n', default: 3, off: 0 }),
    ).toThrow('n cannot have its own default.');
  });
});

describe('a share', () => {
  const isIn = (key: string, tenantId: string, percent: number) => {
    const flag = defineSwitch({ ...common, key, default: false });
    const facts = { rules: { [key]: { share: { percent, value: true } } } };
    return evaluate(flag, facts, { tenantId, personId: null, roles: [] }).value;
  };
  const percents = fc.double({ min: 0, max: 100, noNaN: true });

  it('keeps whoever was in it when it grows', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), percents, percents, (key, id, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        return !isIn(key, id, small) || isIn(key, id, large);
      }),
    );
  });

  it('holds nobody at 0 and everybody at 100', () => {
    fc.assert(fc.property(fc.uuid(), (id) => !isIn('share', id, 0) && isIn('share', id, 100)));
  });

  it('is about as large as it says, and another one for each flag', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `0190-${at}`);
    const one = ids.filter((id) => bucketOf('one', id) < 3_000);
    const both = one.filter((id) => bucketOf('two', id) < 3_000);
    expect(one.length / ids.length).toBeCloseTo(0.3, 1);
    expect(both.length / one.length).toBeCloseTo(0.3, 1);
  });

  it('of people holds nobody who is not signed in', () => {
    const flag = defineSwitch({ ...common, key: 'k', default: false, keyedBy: 'person' });
    const facts = { rules: { k: { share: { percent: 100, value: true } } } };
    const nobody = { tenantId: 'a', personId: null, roles: [] };
    expect(evaluate(flag, facts, nobody).value).toBe(false);
    expect(evaluate(flag, facts, { ...nobody, personId: 'p' }).value).toBe(true);
  });
});
