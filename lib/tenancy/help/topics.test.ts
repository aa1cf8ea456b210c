import { describe, expect, it } from 'vitest';
import { ko } from '@/lib/language/ko';
import { manifests } from '@/lib/modules/registry';
import { helpFor } from './topics';

const everything = helpFor({ modulesOff: [], can: () => true });

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

  it('is about what somebody may do, in modules that are on', () => {
    const guest = helpFor({ modulesOff: [], can: (permission) => permission === 'records.read' });
    expect(guest.map(({ id }) => id)).toEqual(['collections', 'account']);
    expect(guest[0]?.questions.map(({ question }) => question)).not.toContain(
      'How do I bring in a spreadsheet?',
    );
    const without = helpFor({ modulesOff: ['collections'], can: () => true });
    expect(without.map(({ id }) => id)).toEqual(['tasks', 'account']);
  });
});
