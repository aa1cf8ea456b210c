import { describe, expect, it } from 'vitest';
import { ko } from '@/lib/language/ko';
import { manifests } from '@/lib/modules/registry';
import type { Flags } from '../flags/flags-of';
import { helpFor } from './topics';

const flags: Flags = { value: async (flag) => flag.default };
const everything = await helpFor({ modulesOff: [], can: () => true, flags });

describe('help', () => {
  it('answers for each module, and for the account', () => {
    expect(everything.map(({ id }) => id)).toEqual([...manifests.map(({ id }) => id), 'account']);
    const paths = everything.flatMap(({ questions }) =>
      questions.flatMap(({ path }) => path ?? []),
    );
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) expect(path).toMatch(/^\/[a-z/-]+$/);
  });

  it('is said in Korean, whole', () => {
    const known: Record<string, string> = ko.help;
    const said = everything.flatMap(({ title, questions }) => [
      title,
      ...questions.flatMap(({ question, answer }) => [question, answer]),
    ]);
    expect(said.filter((words) => !known[words])).toEqual([]);
  });

  it('is about what somebody may do, in modules and by switches that are on', async () => {
    const guest = await helpFor({
      ...{ modulesOff: [], flags },
      can: (permission) => permission === 'records.read',
    });
    expect(guest.map(({ id }) => id)).toEqual(['collections', 'account']);
    expect(guest[0]?.questions.map(({ question }) => question)).not.toContain(
      'How do I bring in a spreadsheet?',
    );
    const without = await helpFor({ modulesOff: ['collections'], can: () => true, flags });
    expect(without.map(({ id }) => id)).toEqual(['tasks', 'account']);
    const off: Flags = { value: async (flag) => flag.off };
    const [first] = await helpFor({ modulesOff: [], can: () => true, flags: off });
    const missing = everything[0]?.questions.filter(
      ({ question }) => !first?.questions.some((one) => one.question === question),
    );
    expect(missing?.map(({ question }) => question)).toEqual([
      'How do I export what I see?',
      'How do people without an account send something in?',
    ]);
  });
});
