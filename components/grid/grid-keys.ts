import type { GridSize, Point } from './grid-state';

export type KeyPress = {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  /** Ctrl, or Cmd on a Mac. */
  command: boolean;
};

export type KeyIntent =
  | { do: 'move'; to: Point; extend: boolean }
  | { do: 'edit' }
  | { do: 'clear' }
  | { do: 'toggle-row' }
  | { do: 'select-all' }
  | { do: 'open' }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'fill'; way: 'down' | 'right' }
  | { do: 'stop' };

type Place = { active: Point; size: GridSize; pageRows: number };

/** What a key means while no cell is being edited; undefined leaves it to the browser. */
export function keyIntent(press: KeyPress, place: Place): KeyIntent | undefined {
  if (press.altKey) return undefined;
  return press.command ? commandIntent(press, place) : plainIntent(press, place);
}

function plainIntent(press: KeyPress, place: Place): KeyIntent | undefined {
  const { row, column } = place.active;
  const move = (to: Point): KeyIntent => ({ do: 'move', to, extend: press.shiftKey });
  switch (press.key) {
    case 'ArrowUp':
      return move({ row: row - 1, column });
    case 'ArrowDown':
      return move({ row: row + 1, column });
    case 'ArrowLeft':
      return move({ row, column: column - 1 });
    case 'ArrowRight':
      return move({ row, column: column + 1 });
    case 'PageUp':
      return move({ row: row - place.pageRows, column });
    case 'PageDown':
      return move({ row: row + place.pageRows, column });
    case 'Home':
      return move({ row, column: 0 });
    case 'End':
      return move({ row, column: place.size.columns - 1 });
    case 'Tab':
      return tabIntent(press.shiftKey, place);
    case 'Enter':
    case 'F2':
      return { do: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
    case 'Escape':
      return { do: 'stop' };
    case ' ':
      return { do: 'toggle-row' };
    default:
      return undefined;
  }
}

/** Tab walks along the row and leaves the grid at its end, so that nobody is trapped. */
function tabIntent(back: boolean, { active, size }: Place): KeyIntent | undefined {
  const column = active.column + (back ? -1 : 1);
  if (column < 0 || column >= size.columns) return undefined;
  return { do: 'move', to: { row: active.row, column }, extend: false };
}

function commandIntent(press: KeyPress, place: Place): KeyIntent | undefined {
  const { row, column } = place.active;
  const last = { row: place.size.rows - 1, column: place.size.columns - 1 };
  const move = (to: Point): KeyIntent => ({ do: 'move', to, extend: press.shiftKey });
  switch (press.key) {
    case 'Home':
      return move({ row: 0, column: 0 });
    case 'End':
      return move(last);
    case 'ArrowUp':
      return move({ row: 0, column });
    case 'ArrowDown':
      return move({ row: last.row, column });
    case 'ArrowLeft':
      return move({ row, column: 0 });
    case 'ArrowRight':
      return move({ row, column: last.column });
    case 'Enter':
      return { do: 'open' };
    case 'a':
    case 'A':
      return { do: 'select-all' };
    case 'z':
    case 'Z':
      return { do: press.shiftKey ? 'redo' : 'undo' };
    case 'y':
    case 'Y':
      return { do: 'redo' };
    case 'd':
    case 'D':
      return { do: 'fill', way: 'down' };
    case 'r':
    case 'R':
      // With Shift it stays what browsers reload by.
      return press.shiftKey ? undefined : { do: 'fill', way: 'right' };
    default:
      return undefined;
  }
}
