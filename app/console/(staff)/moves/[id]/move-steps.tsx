import type { z } from 'zod';
import { Progress } from '@/components/ui/progress';
import { ProgressSteps } from '@/components/ui/progress-steps';
import { wording } from '@/lib/language/request';
import type { Wording } from '@/lib/language/wording';
import type { MoveDetail } from '@/lib/platform/moves/shapes';

type Move = z.output<typeof MoveDetail>;

const order = ['waiting', 'copying', 'following', 'cutting', 'flipped', 'done'];

/** What a move does one after the other, and how far it is. */
export async function MoveSteps({ move }: { move: Move }) {
  const t = await wording('console');
  const at = order.indexOf(move.state);
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h2 className="font-semibold">{t('Steps')}</h2>
      <ProgressSteps
        steps={stepsOf(move, t).map(({ title, note, last }, index) => ({
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
function stepsOf({ progress, to }: Move, t: Wording<'console'>) {
  return [
    { title: t('Prepare the new home'), note: to.schema ?? t('Takes an empty one'), last: 0 },
    { title: t('Copy'), note: copyNote(progress, t), last: 1 },
    { title: t('Keep up and verify'), note: verifyNote(progress, t), last: 2 },
    { title: t('Cut over'), note: cutNote(progress, t), last: 4 },
  ];
}

function copyNote({ rowsCopied, rowsTotal }: Move['progress'], t: Wording<'console'>) {
  if (rowsTotal === null) return t('People go on working');
  return t('{copied} of {total, plural, one {# row} other {# rows}}', {
    copied: rowsCopied ?? 0,
    total: rowsTotal,
  });
}

function verifyNote(progress: Move['progress'], t: Wording<'console'>) {
  const { passes, lastPassRows, verifiedRows: rows, verifiedTables: tables, repaired } = progress;
  if (tables === 0) {
    return t('Brings over what people change meanwhile, then compares every table');
  }
  return [
    t(
      '{rows, plural, one {# row} other {# rows}} in {tables, plural, one {# table} other {# tables}} are the same on both sides',
      { rows, tables },
    ),
    ...(repaired ? [t('{repaired, plural, one {# row} other {# rows}} mended', { repaired })] : []),
    t(
      '{passes, plural, one {# pass} other {# passes}}, {last, plural, one {# row} other {# rows}} in the last',
      { passes, last: lastPassRows },
    ),
  ].join('; ');
}

function cutNote({ pauseMs, putOff }: Move['progress'], t: Wording<'console'>) {
  return [
    pauseMs === null
      ? t('Writes wait for a moment; none is refused')
      : t('Writes waited {pauseMs} ms', { pauseMs }),
    ...(putOff > 0
      ? [t('put off {putOff, plural, one {# time} other {# times}}', { putOff })]
      : []),
  ].join('; ');
}

async function CopyProgress({ move }: { move: Move }) {
  const t = await wording('console');
  const { rowsCopied, rowsTotal } = move.progress;
  return (
    <Progress
      className="mt-1.5"
      label={t('Rows copied')}
      {...(rowsTotal !== null && { value: rowsCopied ?? 0, max: rowsTotal })}
    />
  );
}
