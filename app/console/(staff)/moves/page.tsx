import { ArrowRightLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import { movesDescription } from './move-words';
import { MovesTable } from './moves-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Moves') };
}

export default async function Moves() {
  const t = await wording('console');
  const door = await openConsolePage();
  const { moves } = await door.call(movesProcedures.list, {});
  return (
    <PageFrame title={t('Moves')} description={t(movesDescription)} width="wide">
      {moves.length === 0 ? (
        <EmptyState
          icon={ArrowRightLeft}
          title={t('Nobody has moved yet')}
          description={t(
            'A tenant can change its walls while its people work. Begin on the tenant’s page.',
          )}
          action={<LinkButton href="/tenants">{t('Choose a tenant')}</LinkButton>}
        />
      ) : (
        <MovesTable moves={moves} />
      )}
    </PageFrame>
  );
}
