import type { z } from 'zod';
import { Progress } from '@/components/ui/progress';
import { ProgressSteps } from '@/components/ui/progress-steps';
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
      <ProgressSteps
        steps={stepsOf(move).map(({ title, note, last }, index) => ({
          id: title,
          title,
          note,
          state: at > last ? 'done' : at === last ? 'now' : 'next',
          children:
            index === 1 && move.state === 'copying' ? <CopyProgress move={move} /> : undefined,
        }))}
      />
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
