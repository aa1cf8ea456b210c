// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
'use client';

import { Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useMemo, useReducer, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { useBrought } from '@/components/ui/late';
import { useWords } from '@/components/ui/words';
import { CellInput } from './cell-input';
import { FillHandle } from './fill-handle';
import { GridBody } from './grid-body';
import type { GridCellRef } from './grid-cells';
import { GridFooter } from './grid-footer';
import { GridHeader } from './grid-header';
import { gridReducer, rangeOf, startState } from './grid-state';
import { cellKinds } from './kinds/cell-kinds';
import { type GridLayout, headerHeight } from './layout';
import type { DataGridProps } from './types';
import { useGridEditing } from './use-grid-editing';
import { useGridKeyboard } from './use-grid-keyboard';
import { useGridLayout } from './use-grid-layout';
import { useGridPointer } from './use-grid-pointer';
import { useShowActive } from './use-show-active';

/**
 * A spreadsheet over rows that arrive in windows. Takes the height of its parent. Movement, editing,
 * ranges, copy and paste work as in a spreadsheet; data stays with the caller.
 */
export function DataGrid(props: DataGridProps) {
  const { columns, rowCount, kinds = cellKinds } = props;
  const words = useWords();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [said, announce] = useState('');
  const { layout, resize } = useGridLayout({ columns, kinds, scroller, rowSize: props.rowSize });
  const size = { rows: rowCount, columns: layout.places.length };
  const [state, dispatch] = useReducer(gridReducer(size), startState);
  if (state.active.row >= Math.max(1, rowCount)) dispatch({ type: 'resize', size });
  const editing = useGridEditing({ ...props, layout, words, announce });
  const focus = () => input.current?.focus({ preventScroll: true });
  const keyboard = useGridKeyboard({
    props,
    state,
    dispatch,
    editing,
    columnCount: size.columns,
    pageRows: () => Math.floor((scroller.current?.clientHeight ?? 400) / layout.rowHeight) - 2,
    announceReadOnly: () => announce(words.readOnlyCell),
  });
  const pointer = useGridPointer({ props, state, dispatch, focus, edit: keyboard.edit });
  useEditedCell(props, editing.cellAt(state.active), Boolean(state.editing));
  useEditors(layout, props.onCommit !== undefined);
  useShowActive({ scroller, layout, active: state.active });
  const done = (move: Parameters<typeof keyboard.moveOn>[0]) => {
    keyboard.moveOn(move);
    if (move === 'keep') return;
    requestAnimationFrame(() => {
      // Only when the closing editor left the focus nowhere: a click elsewhere keeps it there.
      if (move !== 'stay' || document.activeElement === document.body) focus();
    });
  };
  return (
    <div className={cn('group/grid flex h-full min-h-0 flex-col', props.className)}>
      <div
        ref={scroller}
        data-scroller
        className="scroll-quiet relative min-h-0 flex-1 overflow-auto overscroll-contain"
        {...pointer}
      >
        {rowCount > 0 ? (
          <CellInput
            {...{ input, gridId, state, layout, editing }}
            label={props.label}
            onBand={Boolean(props.bandAt?.(state.active.row))}
            onKeyDown={keyboard.onKeyDown}
            onEdit={keyboard.edit}
            onCopy={() => editing.copy(rangeOf(state))}
            onPaste={(text) => void editing.paste(text, rangeOf(state))}
            onDone={done}
            onStop={() => {
              dispatch({ type: 'stop' });
              focus();
            }}
          />
        ) : null}
        {rowCount > 0 && props.onCommit && !state.editing ? (
          <FillHandle {...{ scroller, layout }} range={rangeOf(state)} onFill={editing.fillInto} />
        ) : null}
        <div
          id={gridId}
          role="grid"
          aria-label={props.label}
          aria-rowcount={rowCount + 1}
          aria-colcount={size.columns + 1}
          aria-multiselectable
          className="select-none"
          style={{ width: layout.width }}
        >
          <GridHeader props={props} layout={layout} resize={resize} />
          <GridBody {...{ props, gridId, layout, editing }} range={rangeOf(state)} />
        </div>
        {rowCount === 0 ? <div className="sticky left-0">{props.empty}</div> : null}
        {props.onAddRow && rowCount > 0 ? (
          <button
            type="button"
            onClick={props.onAddRow}
            style={{ height: headerHeight }}
            className="sticky left-0 flex items-center gap-2 px-3 text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2"
          >
            <Plus aria-hidden className="size-4" />
            {words.addRow}
          </button>
        ) : null}
      </div>
      <GridFooter props={props} />
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** Brings the editors of all columns, so that cells can be edited without a connection. */
function useEditors({ places }: GridLayout, isEditable: boolean) {
  const editors = useMemo(
    () => (isEditable ? places.flatMap(({ kind }) => kind.editor ?? []) : []),
    [places, isEditable],
  );
  useBrought(editors);
}

/** Tells which cell is being written, by the row it belongs to and not by its place. */
function useEditedCell(props: DataGridProps, cell: GridCellRef | undefined, isEditing: boolean) {
  const tell = useEffectEvent((at: { rowId: string; columnId: string } | null) =>
    props.onEditing?.(at),
  );
  const [rowId, columnId] = isEditing ? [cell?.row.id, cell?.place.column.id] : [];
  useEffect(() => {
    if (!rowId || !columnId) return;
    tell({ rowId, columnId });
    return () => tell(null);
  }, [rowId, columnId]);
}
