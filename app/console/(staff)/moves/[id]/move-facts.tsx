import type { z } from 'zod';
import { DescriptionList } from '@/components/ui/description-list';
import { formatSecond } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { MoveDetail } from '@/lib/platform/moves/shapes';
import { placeIn, readerIn } from '../../_frame/words';
import { oldCopyWords } from '../move-words';

type Move = z.output<typeof MoveDetail>;

/** From where to where, and when. */
export async function MoveFacts({ move }: { move: Move }) {
  const t = await wording('console');
  const { from, to, finishedAt } = move;
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2 className="font-semibold">{t('Facts')}</h2>
      <DescriptionList
        items={[
          { id: 'from', term: t('From'), value: from ? <End end={from} /> : t('Not begun') },
          { id: 'to', term: t('To'), value: <End end={to} /> },
          {
            id: 'asked',
            term: t('Asked for'),
            value: t('{time} UTC', { time: formatSecond(move.createdAt, readerIn(t.language)) }),
          },
          {
            id: 'ended',
            term: t('Ended'),
            value: finishedAt
              ? t('{time} UTC', { time: formatSecond(finishedAt, readerIn(t.language)) })
              : t('Under way'),
          },
          {
            id: 'old',
            term: t('Old copy'),
            value: t.said(oldCopyWords[move.oldCopy] ?? move.oldCopy),
          },
        ]}
      />
    </section>
  );
}

async function End({ end }: { end: NonNullable<Move['from']> }) {
  const t = await wording('console');
  return (
    <span className="block min-w-0">
      {placeIn(end, t)}
      {end.schema ? (
        <code className="block truncate text-muted text-sm">
          {end.database}.{end.schema}
        </code>
      ) : null}
    </span>
  );
}
