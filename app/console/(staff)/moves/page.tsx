import { ArrowRightLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import { movesDescription } from './move-words';
import { MovesTable } from './moves-table';

export const metadata: Metadata = { title: 'Moves' };

export default async function Moves() {
  const door = await openConsolePage();
  const { moves } = await door.call(movesProcedures.list, {});
  return (
    <PageFrame title="Moves" description={movesDescription} width="wide">
      {moves.length === 0 ? (
        <EmptyState
          icon={ArrowRightLeft}
          title="Nobody has moved yet"
          description="A tenant can change its walls while its people work. Begin on the tenant’s page."
          action={<LinkButton href="/tenants">Choose a tenant</LinkButton>}
        />
      ) : (
        <MovesTable moves={moves} />
      )}
    </PageFrame>
  );
}
