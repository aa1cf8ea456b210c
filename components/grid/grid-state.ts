export type Point = { row: number; column: number };
export type GridSize = { rows: number; columns: number };
export type Range = { top: number; bottom: number; left: number; right: number };

/** Where the person is. The range spans from `anchor` to `active`, both included. */
export type GridState = {
  active: Point;
  anchor: Point;
  /** The text is what was typed to start; undefined when the editor opened on the value. */
  editing: { typed: string | undefined } | undefined;
};

export type GridAction =
  | { type: 'move'; to: Point; extend: boolean }
  | { type: 'edit'; typed?: string }
  | { type: 'stop' }
  | { type: 'select-all' }
  | { type: 'resize'; size: GridSize };

export const startState: GridState = {
  active: { row: 0, column: 0 },
  anchor: { row: 0, column: 0 },
  editing: undefined,
};

export function gridReducer(size: GridSize) {
  return (state: GridState, action: GridAction): GridState => {
    switch (action.type) {
      case 'move': {
        const active = clampPoint(action.to, size);
        return { active, anchor: action.extend ? state.anchor : active, editing: undefined };
      }
      case 'edit':
        return { ...state, anchor: state.active, editing: { typed: action.typed } };
      case 'stop':
        return state.editing
          ? { ...state, editing: undefined }
          : { ...state, anchor: state.active };
      case 'select-all':
        return {
          active: clampPoint({ row: size.rows - 1, column: size.columns - 1 }, size),
          anchor: { row: 0, column: 0 },
          editing: undefined,
        };
      case 'resize': {
        const active = clampPoint(state.active, action.size);
        const anchor = clampPoint(state.anchor, action.size);
        return { ...state, active, anchor };
      }
    }
  };
}

export function rangeOf({ active, anchor }: GridState): Range {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

export const isSingle = (range: Range): boolean =>
  range.top === range.bottom && range.left === range.right;

function clampPoint(point: Point, size: GridSize): Point {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: clamp(point.row, size.rows), column: clamp(point.column, size.columns) };
}
