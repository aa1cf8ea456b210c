import { describe, expect, it } from 'vitest';
import { answering } from './answering';

const sections = [
  {
    id: 'tables',
    title: 'Collections',
    questions: [
      { question: 'How do I import?', answer: 'Drop a CSV file.' },
      { question: 'How do I export?', answer: 'Choose “Export”.' },
    ],
  },
  {
    id: 'mine',
    title: '내 계정',
    questions: [{ question: '언어는?', answer: '계정 페이지에서.' }],
  },
];

const asked = (text: string) =>
  answering(sections, text).map(({ id, questions }) => [id, questions.length]);

describe('help that is looked for', () => {
  it('is all of it while nothing is asked', () => {
    expect(asked('  ')).toEqual([
      ['tables', 2],
      ['mine', 1],
    ]);
  });

  it('holds every word, in title, question or answer, in any case and language', () => {
    expect(asked('csv IMPORT')).toEqual([['tables', 1]]);
    expect(asked('collections')).toEqual([['tables', 2]]);
    expect(asked('계정 언')).toEqual([['mine', 1]]);
    expect(asked('csv export')).toEqual([]);
  });
});
