import type { ComponentType, ReactNode } from 'react';
import type { Late } from '@/components/ui/late';
import type { UiWords } from '@/components/ui/words-table';

export type GridOption = { value: string; label: string; tone?: string; note?: string };

export type GridColumn = {
  id: string;
  title: string;
  /** A key of the cell-kind registry. Unknown kinds are shown as text and not edited. */
  kind: string;
  /** Choices of `select` and `person` columns. */
  options?: readonly GridOption[];
  /** Pixels. */
  width?: number;
  readOnly?: boolean;
  /** Only to read for this person, where others may write: the header says so. */
  locked?: boolean;
  frozen?: boolean;
  required?: boolean;
  /** ISO code of money columns, or a unit shown after numbers. */
  unit?: string;
  decimals?: number;
  /** What a link says in place of its address. */
  label?: string;
};

export type GridRowData = {
  id: string;
  values: Readonly<Record<string, unknown>>;
  /** Why a value could not be worked out, by column. */
  problems?: Readonly<Record<string, string>>;
  /** No cell of it can be edited. */
  readOnly?: boolean;
  /** Names a colour, shown at its edge; as `tone` of an option. */
  tone?: string;
};

export type CommitResult = { error?: string };
export type CellChange = { rowId: string; columnId: string; value: unknown };

/** Which rows are chosen: some by id, or all but some. */
export type RowSelection = { mode: 'some' | 'all'; ids: ReadonlySet<string> };

/** A line above rows that belong together; it stands in the place of a row. */
export type GridBand = {
  id: string;
  title: ReactNode;
  count: number;
  note?: ReactNode;
  open: boolean;
};

/** How many lines of text a row has room for. */
export type GridRowSize = 'short' | 'medium' | 'tall';

/** Cells that somebody else changed a moment ago: who, by column. Read like an external store. */
export type CellMarks = {
  subscribe: (listener: () => void) => () => void;
  row: (rowId: string) => Readonly<Record<string, string>>;
};

export type DataGridProps = {
  /** Named for screen readers. */
  label: string;
  columns: readonly GridColumn[];
  rowCount: number;
  /** Rows of data, where some of `rowCount` are bands. */
  dataCount?: number;
  /** The band that stands in a row's place, if one does; `getRow` then answers nothing. */
  bandAt?: (index: number) => GridBand | undefined;
  onToggleBand?: (id: string) => void;
  /** The number a row shows; its place when left out. */
  numberOf?: (index: number) => number;
  rowSize?: GridRowSize;
  /** Undefined while the row is not loaded: a skeleton stands in its place. */
  getRow: (index: number) => GridRowData | undefined;
  /** The rows about to be seen; `end` is exclusive. Called at most once a frame. */
  onRangeChange?: (range: { start: number; end: number }) => void;
  /**
   * Keeps one value. The cell shows it at once; put it into the row before resolving. `{ error }`
   * leaves what was typed in the cell, with the message.
   */
  onCommit?: (rowId: string, columnId: string, value: unknown) => Promise<CommitResult>;
  /** Keeps many values at once (paste, clear). Errors are keyed `rowId:columnId`. */
  onCommitMany?: (changes: CellChange[]) => Promise<{ errors?: Record<string, string> }>;
  kinds?: CellKinds;
  selection?: RowSelection;
  onSelectionChange?: (selection: RowSelection) => void;
  /** Buttons of the bar that appears when rows are chosen. */
  selectionActions?: (count: number) => ReactNode;
  onAddRow?: () => void;
  /** Adds rows of values by column, as they were pasted below the last one. */
  onAddRows?: (rows: Record<string, unknown>[]) => void;
  /** Opens the record: a button on the row. */
  onOpenRow?: (row: GridRowData) => void;
  openLabel?: string;
  /** Opens the record in full, with Ctrl/Cmd + Enter; `onOpenRow` takes its place when absent. */
  onOpenPage?: (row: GridRowData) => void;
  onUndo?: () => void;
  onRedo?: () => void;
  /** The cell whose editor opened; null when it closed. */
  onEditing?: (cell: { rowId: string; columnId: string } | null) => void;
  marks?: CellMarks;
  /** Keeps a width; it comes back in `columns`. */
  onColumnWidth?: (columnId: string, width: number) => void;
  /** Moves a column to another place among `columns`. */
  onColumnMove?: (columnId: string, to: number) => void;
  /** A menu in the column's header: sort, hide, edit. */
  headerMenu?: (column: GridColumn) => ReactNode;
  /** Shown in the middle when there are no rows. */
  empty?: ReactNode;
  /** At the right of the line with the count. */
  footer?: ReactNode;
  locale?: string;
  className?: string;
};

export type CellDisplayProps = { value: unknown; column: GridColumn; locale: string | undefined };

/** Where to go after keeping a value; `keep` leaves the editor open. */
export type CellMove = 'down' | 'up' | 'right' | 'left' | 'stay' | 'keep';

export type CellEditorProps = {
  value: unknown;
  column: GridColumn;
  /** What was typed to open the editor, if it was opened by typing. */
  initialText: string;
  onCommit: (value: unknown, move: CellMove) => void;
  onCancel: () => void;
};

export type CellEditor = Late<ComponentType<CellEditorProps>>;

export type ParsedCell = { value: unknown } | { error: string };

/** How one kind of value is shown, typed, copied and pasted. Pure: no data access. */
export type CellKind = {
  align?: 'right' | 'center';
  Display: ComponentType<CellDisplayProps>;
  /** Plain text for the clipboard and for editing in place. */
  toText: (value: unknown, column: GridColumn) => string;
  /** Reads typed or pasted text; an error says what is expected, in the reader's language. */
  parse: (text: string, column: GridColumn, words: UiWords) => ParsedCell;
  inputMode?: 'text' | 'decimal' | 'email' | 'url';
  /** Takes the place of editing as text; comes after the page. */
  editor?: CellEditor;
  /** Enter flips the value instead of opening an editor. */
  toggle?: (value: unknown) => unknown;
};

export type CellKinds = Readonly<Record<string, CellKind>>;
