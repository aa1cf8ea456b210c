import { describe, expect, it } from 'vitest';
import { CellStates } from './cell-states';
import { formatTsv, parseTsv, placePaste } from './clipboard';
import { type KeyPress, keyIntent } from './grid-keys';
import { type GridState, gridReducer, rangeOf, startState } from './grid-state';
import { allRows, chosenCount, isChosen, noRows, setChosen } from './row-selection';

const size = { rows: 100, columns: 5 };
const reduce = gridReducer(size);
const at = (row: number, column: number): GridState => ({
  ...startState,
  active: { row, column },
  anchor: { row, column },
});
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  altKey: false,
  command: false,
  ...more,
});
const pressing = (key: string, from: GridState, more: Partial<KeyPress> = {}) => {
  const intent = keyIntent(press(key, more), { active: from.active, size, pageRows: 20 });
  return intent?.do === 'move' ? reduce(from, { type: 'move', ...intent }) : intent?.do;
};

describe('keys', () => {
  it.each([
    ['ArrowDown', {}, { row: 11, column: 2 }],
    ['ArrowUp', {}, { row: 9, column: 2 }],
    ['ArrowLeft', {}, { row: 10, column: 1 }],
    ['ArrowRight', {}, { row: 10, column: 3 }],
    ['PageDown', {}, { row: 30, column: 2 }],
    ['PageUp', {}, { row: 0, column: 2 }],
    ['Home', {}, { row: 10, column: 0 }],
    ['End', {}, { row: 10, column: 4 }],
    ['Home', { command: true }, { row: 0, column: 0 }],
    ['End', { command: true }, { row: 99, column: 4 }],
    ['ArrowDown', { command: true }, { row: 99, column: 2 }],
    ['Tab', {}, { row: 10, column: 3 }],
    ['Tab', { shiftKey: true }, { row: 10, column: 1 }],
  ])('%s %j goes to %j', (key, more, to) => {
    expect(pressing(key, at(10, 2), more)).toMatchObject({ active: to });
  });

  it('never leaves the grid by arrows, and always can by Tab', () => {
    expect(pressing('ArrowUp', at(0, 0))).toMatchObject({ active: { row: 0, column: 0 } });
    expect(pressing('ArrowDown', at(99, 4))).toMatchObject({ active: { row: 99, column: 4 } });
    expect(pressing('Tab', at(3, 4))).toBeUndefined();
    expect(pressing('Tab', at(3, 0), { shiftKey: true })).toBeUndefined();
  });

  it.each([
    ['Enter', {}, 'edit'],
    ['F2', {}, 'edit'],
    ['Delete', {}, 'clear'],
    ['Backspace', {}, 'clear'],
    [' ', {}, 'toggle-row'],
    ['Escape', {}, 'stop'],
    ['a', { command: true }, 'select-all'],
    ['z', { command: true }, 'undo'],
    ['Enter', { command: true }, 'open'],
    ['c', { command: true }, undefined],
    ['x', {}, undefined],
    ['ArrowLeft', { altKey: true }, undefined],
  ])('%s %j means %s', (key, more, intent) => {
    expect(pressing(key, at(1, 1), more)).toBe(intent);
  });
});

describe('gridReducer', () => {
  it('extends a range from where it began', () => {
    const one = reduce(at(5, 2), { type: 'move', to: { row: 7, column: 1 }, extend: true });
    expect(rangeOf(one)).toEqual({ top: 5, bottom: 7, left: 1, right: 2 });
    const two = reduce(one, { type: 'move', to: { row: 3, column: 3 }, extend: true });
    expect(rangeOf(two)).toEqual({ top: 3, bottom: 5, left: 2, right: 3 });
  });

  it('edits the active cell alone and first closes the editor, then the range', () => {
    const wide = reduce(at(5, 2), { type: 'move', to: { row: 7, column: 1 }, extend: true });
    const editing = reduce(wide, { type: 'edit', typed: '가' });
    expect(editing).toMatchObject({ anchor: { row: 7, column: 1 }, editing: { typed: '가' } });
    expect(reduce(editing, { type: 'stop' }).editing).toBeUndefined();
    expect(reduce(wide, { type: 'stop' }).anchor).toEqual(wide.active);
  });

  it('stays inside when rows go away', () => {
    const smaller = { rows: 0, columns: 0 };
    const state = reduce(at(50, 3), { type: 'resize', size: smaller });
    expect(state.active).toEqual({ row: 0, column: 0 });
  });
});

describe('clipboard', () => {
  it.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\r\nb\r\n', [['a'], ['b']]],
    ['', [['']]],
    ['a\t\t\n', [['a', '', '']]],
    ['"one\ntwo"\t"say ""hi"""', [['one\ntwo', 'say "hi"']]],
    ['"not closed\tb', [['"not closed', 'b']]],
    ['5" disk\t"x"y', [['5" disk', '"x"y']]],
    ['가\t나', [['가', '나']]],
  ])('reads %j', (text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  it('reads back what it wrote', () => {
    const cells = [
      ['a\tb', 'line\nbreak', '"quoted"'],
      ['', 'x', '=1+1'],
    ];
    expect(parseTsv(formatTsv(cells))).toEqual(cells);
  });

  it('fills a range with one cell and counts what does not fit', () => {
    const range = { top: 98, bottom: 99, left: 3, right: 4 };
    expect(placePaste([['x']], range, size).placed).toHaveLength(4);
    const { placed, beyond } = placePaste([['a', 'b', 'c'], ['d'], ['e']], range, size);
    expect(placed).toEqual([
      { at: { row: 98, column: 3 }, text: 'a' },
      { at: { row: 98, column: 4 }, text: 'b' },
      { at: { row: 99, column: 3 }, text: 'd' },
    ]);
    expect(beyond.map(({ text }) => text)).toEqual(['c', 'e']);
  });
});

describe('row selection', () => {
  it('counts some and all-but-some', () => {
    const two = setChosen(noRows, ['a', 'b'], true);
    expect(chosenCount(two, 50_000)).toBe(2);
    expect(isChosen(two, 'a')).toBe(true);
    expect(isChosen(setChosen(two, ['a'], false), 'a')).toBe(false);
    const most = setChosen(allRows, ['a'], false);
    expect(chosenCount(most, 50_000)).toBe(49_999);
    expect([isChosen(most, 'a'), isChosen(most, 'z')]).toEqual([false, true]);
    expect(chosenCount(setChosen(most, ['a'], true), 50_000)).toBe(50_000);
  });
});

describe('CellStates', () => {
  it('keeps the same object for rows that did not change', () => {
    const states = new CellStates();
    let calls = 0;
    states.subscribe(() => {
      calls += 1;
    });
    states.set('r1', 'a', { saving: true });
    const before = states.row('r1');
    states.set('r2', 'a', { error: 'No' });
    expect(states.row('r1')).toBe(before);
    states.set('r1', 'a', undefined);
    expect(states.row('r1')).toBe(states.row('none'));
    expect(calls).toBe(3);
  });
});
