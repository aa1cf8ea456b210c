import { expect, it } from 'vitest';
import { refuseUnmet } from './needs';

const modules = [
  { id: 'rooms', title: 'Rooms' },
  { id: 'lessons', title: 'Lessons', needs: ['rooms'] },
  { id: 'exams', title: 'Exams', needs: ['rooms', 'lessons'] },
];

const change = (module: string, enabled: boolean, off: string[]) => () =>
  refuseUnmet(modules, { module, enabled, off });

it('turns nothing on without what it needs, and says what is missing', () => {
  expect(change('exams', true, ['exams', 'lessons', 'rooms'])).toThrow(
    'Exams needs Rooms, Lessons. Turn on what it needs first.',
  );
  expect(change('exams', true, ['exams', 'lessons'])).toThrow('Exams needs Lessons.');
  expect(change('exams', true, ['exams'])).not.toThrow();
  expect(change('rooms', true, ['rooms'])).not.toThrow();
});

it('turns nothing off that others need while they are on, and names them', () => {
  expect(change('rooms', false, [])).toThrow(
    'Lessons, Exams cannot do without Rooms. Turn those off first.',
  );
  expect(change('rooms', false, ['exams'])).toThrow('Lessons cannot do without Rooms.');
  expect(change('rooms', false, ['exams', 'lessons'])).not.toThrow();
});
