import { Circle, CircleCheck, CircleDashed } from 'lucide-react';
import type { z } from 'zod';
import { Progress } from '@/components/ui/progress';
import { formatCount, formatNumber } from '@/lib/format';
import type { MoveDetail } from '@/lib/platform/moves/shapes';

type Move = z.output<typeof MoveDetail>;

const order = ['waiting', 'copying', 'following', 'cutting', 'flipped', 'done'];

/** What a move does one after the other, and how far it is. */
export function MoveSteps({ move }: { move: Move }) {
  const at = order.indexOf(move.state);
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h2 className="font-semibold">Steps</h2>
      <ol className="flex flex-col gap-3">
        {stepsOf(move).map(({ title, note, last }, index) => (
          <li key={title} className="flex gap-2.5">
            <StepMark state={at > last ? 'done' : at === last ? 'now' : 'next'} />
            <div className="min-w-0 flex-1">
              <p className={at < last ? 'text-muted' : 'font-medium'}>{title}</p>
              <p className="text-muted text-sm tabular-nums">{note}</p>
              {index === 1 && move.state === 'copying' ? <CopyProgress move={move} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Each step with the index of the last state that belongs to it. */
function stepsOf({ progress, to }: Move) {
  const { passes, lastPassRows, verifiedRows, verifiedTables, repaired, pauseMs, putOff } =
    progress;
  return [
    { title: 'Prepare the new home', note: to.schema ?? 'Takes an empty one', last: 0 },
    { title: 'Copy', note: copyNote(progress), last: 1 },
    {
      title: 'Keep up and verify',
      note:
        verifiedTables > 0
          ? `${formatCount(verifiedRows, 'row')} in ${formatCount(verifiedTables, 'table')} are the same on both sides${repaired ? `, ${formatCount(repaired, 'row')} mended` : ''}; ${formatCount(passes, 'pass', 'passes')}, ${formatCount(lastPassRows, 'row')} in the last`
          : 'Brings over what people change meanwhile, then compares every table',
      last: 2,
    },
    {
      title: 'Cut over',
      note:
        pauseMs === null
          ? `Writes wait for a moment; none is refused${putOff > 0 ? `. Put off ${formatCount(putOff, 'time')}` : ''}`
          : `Writes waited ${formatNumber(pauseMs, 'en')} ms${putOff > 0 ? `; put off ${formatCount(putOff, 'time')} before` : ''}`,
      last: 4,
    },
  ];
}

function copyNote({ rowsCopied, rowsTotal }: Move['progress']) {
  if (rowsTotal === null) return 'People go on working';
  return `${formatNumber(rowsCopied ?? 0, 'en')} of ${formatCount(rowsTotal, 'row')}`;
}

function CopyProgress({ move }: { move: Move }) {
  const { rowsCopied, rowsTotal } = move.progress;
  return (
    <Progress
      className="mt-1.5"
      label="Rows copied"
      {...(rowsTotal !== null && { value: rowsCopied ?? 0, max: rowsTotal })}
    />
  );
}

const marks = {
  done: <CircleCheck aria-label="Done" className="mt-0.5 size-4 text-success-text" />,
  now: <CircleDashed aria-label="Under way" className="mt-0.5 size-4 text-info-text" />,
  next: <Circle aria-label="To come" className="mt-0.5 size-4 text-subtle" />,
};

const StepMark = ({ state }: { state: keyof typeof marks }) => (
  <span className="shrink-0">{marks[state]}</span>
);
