'use client';

import type { z } from 'zod';
import { useWording } from '@/lib/language/wording-provider';
import type { MoveDetail } from '@/lib/platform/moves/shapes';
import { releaseMove, wishMove } from '../actions';
import { MoveAct } from './move-act';

/** What staff can still do with a move. */
export function MoveActs({ move }: { move: z.output<typeof MoveDetail> }) {
  const t = useWording('console');
  const { id: moveId, state, wish, oldCopy } = move;
  const wishing = (next: 'finish' | 'follow' | 'abandon') => (reason: string) =>
    wishMove({ moveId, wish: next, reason });
  if (oldCopy === 'kept') {
    return (
      <MoveAct
        verb={t('Remove the old copy')}
        description={t(
          'The old home is closed to everybody and kept in case somebody must look at it.',
        )}
        question={t('Remove the old copy?')}
        consequence={t(
          'What stood there is deleted for good. The tenant lives in its new home and does not notice.',
        )}
        confirm={(reason) => releaseMove({ moveId, reason })}
        danger
      />
    );
  }
  if (move.finishedAt || state === 'flipped') return null;
  return (
    <div className="flex flex-col gap-6">
      {wish === 'follow' ? (
        <MoveAct
          verb={t('Cut over now')}
          description={t('The copy keeps up with what people change and waits for your word.')}
          question={t('Cut over now?')}
          consequence={t('Writes wait for a moment, then the tenant lives in its new home.')}
          confirm={wishing('finish')}
        />
      ) : (
        <MoveAct
          verb={t('Hold before the cut-over')}
          description={t('The copy goes on keeping up and waits for your word.')}
          question={t('Hold this move?')}
          consequence={t('It stops before the cut-over until you say so.')}
          confirm={wishing('follow')}
        />
      )}
      <MoveAct
        verb={t('Give up the move')}
        description={t('The tenant stays where it is, and what was copied is removed.')}
        question={t('Give up this move?')}
        consequence={t('Nobody at the tenant notices. A new move starts from the beginning.')}
        confirm={wishing('abandon')}
        danger
      />
    </div>
  );
}
