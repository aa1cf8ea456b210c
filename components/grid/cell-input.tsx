'use client';

import { type KeyboardEvent, type RefObject, useLayoutEffect, useSyncExternalStore } from 'react';
import { cn } from '@/components/ui/cn';
import { useLate } from '@/components/ui/late';
import type { GridState } from './grid-state';
import { type GridLayout, headerHeight, lineHeight } from './layout';
import type { CellEditor, CellEditorProps, CellMove } from './types';
import type { GridEditing } from './use-grid-editing';

export type CellInputProps = {
  input: RefObject<HTMLTextAreaElement | null>;
  gridId: string;
  label: string;
  /** The active row is a band, which is one cell wide. */
  onBand: boolean;
  state: GridState;
  layout: GridLayout;
  editing: GridEditing;
  onKeyDown: (event: KeyboardEvent) => void;
  onEdit: (typed?: string) => void;
  onCopy: () => string;
  onPaste: (text: string) => void;
  onDone: (move: CellMove) => void;
  onStop: () => void;
};

/**
 * The ring around the active cell, and the text field in it. The field always holds the focus, so
 * that an input method can begin composing in the very element that then edits the cell.
 */
export function CellInput(props: CellInputProps) {
  const { state, layout, editing, onBand } = props;
  const cell = editing.cellAt(state.active);
  const place = layout.places[state.active.column];
  if (!place) return null;
  const editor = state.editing && cell ? place.kind.editor : undefined;
  return (
    <div
      className={cn(
        'pointer-events-none left-0 h-0 w-0',
        place.frozen || onBand ? 'sticky z-3' : 'absolute top-0 z-1',
      )}
    >
      <div
        className="absolute focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-2"
        style={{
          left: onBand ? 0 : place.x,
          top: headerHeight + state.active.row * layout.rowHeight,
          width: onBand ? layout.frozenWidth : place.width,
          height: layout.rowHeight,
        }}
      >
        {editor && cell ? (
          <div className="pointer-events-auto absolute inset-0">
            <Editor
              source={editor}
              value={editing.shownValue(cell)}
              column={place.column}
              initialText={state.editing?.typed ?? ''}
              onCommit={(value, move) => {
                void editing.commitValue(cell, value);
                props.onDone(move);
              }}
              onCancel={props.onStop}
            />
          </div>
        ) : null}
        <CellTextField {...props} inPlace={Boolean(state.editing && !editor)} />
        {cell && !editor ? <CellProblem states={editing.states} cell={cell} /> : null}
      </div>
    </div>
  );
}

function Editor({ source, ...props }: CellEditorProps & { source: CellEditor }) {
  const Part = useLate(source, true);
  return Part ? <Part {...props} /> : null;
}

type CellProblemProps = {
  states: GridEditing['states'];
  cell: NonNullable<ReturnType<GridEditing['cellAt']>>;
};

/** Why the active cell was not kept, right under it. */
function CellProblem({ states, cell }: CellProblemProps) {
  const read = () => states.get(cell.row.id, cell.place.column.id)?.error;
  const error = useSyncExternalStore(states.subscribe, read, read);
  if (!error) return null;
  return (
    <p className="absolute top-full left-0 z-1 mt-0.5 w-max max-w-72 rounded-small border border-danger-mark/40 bg-danger-soft px-2 py-1 text-danger-text text-sm shadow-raised">
      {error}
    </p>
  );
}

function CellTextField(props: CellInputProps & { inPlace: boolean }) {
  const { input, state, layout, editing, inPlace } = props;
  const place = layout.places[state.active.column];
  const cell = editing.cellAt(state.active);
  const begun = state.editing?.typed;
  const text = cell ? editing.textOf(cell) : '';
  // Until an editor of the cell's own stands, what is typed gathers here.
  const isGathering = state.editing !== undefined && !inPlace;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is taken once, when editing begins
  useLayoutEffect(() => {
    const field = input.current;
    if (!field || isGathering) return;
    if (!inPlace) field.value = '';
    else if (begun === undefined) {
      field.value = text;
      field.setSelectionRange(text.length, text.length);
    }
  }, [inPlace, isGathering, begun]);

  const keep = (move: CellMove) => {
    if (cell && input.current) editing.commitText(cell, input.current.value);
    props.onDone(move);
  };
  return (
    <textarea
      ref={input}
      rows={1}
      data-grid-input=""
      aria-label={props.label}
      aria-controls={props.gridId}
      aria-activedescendant={inPlace ? undefined : cellDomId(props)}
      aria-multiline={false}
      inputMode={place?.kind.inputMode}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onKeyDown={(event) => {
        if (inPlace) textKeys(event, keep, props.onStop);
        else if (isGathering) gatheringKeys(event, props.onStop);
        else props.onKeyDown(event);
      }}
      onInput={(event) => {
        if (inPlace) return;
        const { value } = event.currentTarget;
        const typable = editing.canEdit(cell) && !place?.kind.toggle;
        if (typable && (value || isGathering)) return props.onEdit(value);
        event.currentTarget.value = '';
        if (!editing.canEdit(cell)) props.onEdit();
      }}
      onBlur={() => {
        if (inPlace) keep('stay');
      }}
      onCopy={(event) => {
        if (inPlace) return;
        event.clipboardData.setData('text/plain', props.onCopy());
        event.preventDefault();
      }}
      onPaste={(event) => {
        if (state.editing) return;
        props.onPaste(event.clipboardData.getData('text/plain'));
        event.preventDefault();
      }}
      style={{ lineHeight: `${layout.rowHeight - (layout.lines - 1) * lineHeight}px` }}
      className={cn(
        'block size-full resize-none overflow-hidden whitespace-nowrap px-2 outline-none',
        inPlace
          ? 'pointer-events-auto bg-surface-raised text-ink'
          : 'bg-transparent text-transparent caret-transparent',
        place?.kind.align === 'right' && 'text-right tabular-nums',
      )}
    />
  );
}

const cellDomId = ({ gridId, state: { active }, onBand }: CellInputProps) =>
  `${gridId}-${active.row}-${onBand ? 0 : active.column}`;

/** Where the editor stands a moment later, these keys would have been its own. */
function gatheringKeys(event: KeyboardEvent, stop: () => void) {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Escape') stop();
  if (['Escape', 'Enter', 'Tab'].includes(event.key)) event.preventDefault();
}

function textKeys(event: KeyboardEvent, keep: (move: CellMove) => void, stop: () => void) {
  if (event.nativeEvent.isComposing) return;
  const moves: Record<string, CellMove> = {
    Enter: event.shiftKey ? 'up' : 'down',
    Tab: event.shiftKey ? 'left' : 'right',
  };
  const move = moves[event.key];
  if (event.key === 'Escape') stop();
  else if (move) keep(move);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
