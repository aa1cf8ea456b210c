import type { z } from 'zod';
import { DescriptionList } from '@/components/ui/description-list';
import { formatSecond } from '@/lib/format';
import type { MoveDetail } from '@/lib/platform/moves/shapes';
import { staffReader, tierNames } from '../../_frame/words';
import { oldCopyWords } from '../move-words';

type Move = z.output<typeof MoveDetail>;

/** From where to where, and when. */
export function MoveFacts({ move }: { move: Move }) {
  const { from, to, finishedAt } = move;
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2 className="font-semibold">Facts</h2>
      <DescriptionList
        items={[
          { id: 'from', term: 'From', value: from ? <End end={from} /> : 'Not begun' },
          { id: 'to', term: 'To', value: <End end={to} /> },
          {
            id: 'asked',
            term: 'Asked for',
            value: `${formatSecond(move.createdAt, staffReader)} UTC`,
          },
          {
            id: 'ended',
            term: 'Ended',
            value: finishedAt ? `${formatSecond(finishedAt, staffReader)} UTC` : 'Under way',
          },
          { id: 'old', term: 'Old copy', value: oldCopyWords[move.oldCopy] },
        ]}
      />
    </section>
  );
}

const End = ({ end }: { end: NonNullable<Move['from']> }) => (
  <span className="block min-w-0">
    {tierNames[end.tier]} on {end.shard}
    {end.schema ? (
      <code className="block truncate text-muted text-sm">
        {end.database}.{end.schema}
      </code>
    ) : null}
  </span>
);
