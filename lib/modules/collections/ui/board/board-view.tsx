'use client';

import { DndContext, type DragEndEvent, DragOverlay } from '@dnd-kit/core';
import { SquareKanban } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { GroupTitle } from '../grid/group-title';
import { isMine } from '../rules/mine';
import type { KindViewProps } from '../view/kind-view';
import { LoadFailed } from '../view/load-failed';
import { useCardLooks } from '../view/use-card-looks';
import { useCardSensors } from '../view/use-card-sensors';
import { useKeptFocus } from '../view/use-kept-focus';
import { AddCard } from './add-card';
import { BoardCard } from './board-card';
import { BoardLane } from './board-lane';
import { laneName } from './lane-title';
import type { Lane } from './lanes';
import { RecordCard, titleOf } from './record-card';
import { useBoard } from './use-board';

/** The records of a view as cards, in a column for each value of a field. */
export function BoardView(props: KindViewProps) {
  const t = useWording('collections');
  const field = props.collection.fields.find(({ key }) => key === props.view.columns);
  if (field) return <Board {...props} field={field} key={field.id} />;
  return (
    <EmptyState
      icon={SquareKanban}
      title={t('This board has no columns yet')}
      description={t(
        'A board has a column for each option of a select field, each member of a person field, or yes and no. Choose the field under Display.',
      )}
    />
  );
}

function Board({ field, ...props }: KindViewProps & { field: Field }) {
  const { collection, people, rights, view, records, locale, onOpen } = props;
  const t = useWording('collections');
  const nameOf = (lane: Lane) => laneName(field, lane, people, t);
  const board = useBoard({ collectionId: collection.id, field, view, records, nameOf });
  const looks = useCardLooks(props, field);
  const [dragged, setDragged] = useState<RecordShape | null>(null);
  const focus = useKeptFocus();
  const sensors = useCardSensors();
  const { store, lanes, error, move, look } = board;
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const found = store.find(String(active.id));
    const to = lanes?.find(({ id }) => id === over?.id);
    if (found && to) void move(found.record, to);
  };
  const [titleField] = collection.fields.filter(({ key }) => key === looks.columns[0]?.id);
  if (error && !lanes) return <LoadFailed error={error} onRetry={board.retry} />;
  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => setDragged(store.find(String(active.id))?.record ?? null)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <div className="-mx-4 flex min-h-0 flex-1 snap-x snap-proximity scroll-px-4 gap-3 sm:scroll-px-6 lg:scroll-px-8 overflow-x-auto border-line border-t px-4 py-3 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8">
        {lanes?.map((lane) => (
          <BoardLane
            key={lane.id}
            {...{ lane, store }}
            name={nameOf(lane)}
            title={<GroupTitle {...{ field, people, locale }} value={lane.value} />}
            card={(record) => (
              <BoardCard
                {...{ record, lane, lanes, looks, nameOf, focus, onOpen }}
                editable={rights.write && !field.locked && isMine(collection, record, 'change')}
                onMove={(one, to) => {
                  focus.follow(one.id);
                  void move(one, to);
                }}
              />
            )}
            adding={
              rights.add && !field.locked && titleField ? (
                <AddCard
                  {...{ titleField, lane }}
                  collectionId={collection.id}
                  laneField={field}
                  name={nameOf(lane)}
                  onAdded={() => look([lane.id])}
                />
              ) : null
            }
          />
        ))}
      </div>
      <DragOverlay>
        {dragged ? (
          <RecordCard
            {...looks}
            record={dragged}
            title={<span className="font-medium">{titleOf(dragged, looks)}</span>}
            className="rotate-1 shadow-overlay"
          />
        ) : null}
      </DragOverlay>
    </DndContext>
  );
}
