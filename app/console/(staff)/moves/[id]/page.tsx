import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { KeepFresh } from '@/components/shell/keep-fresh';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { Status } from '@/components/ui/status';
import { openConsolePage } from '@/lib/doors/page';
import { formatCount } from '@/lib/format';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import type { MoveDetail } from '@/lib/platform/moves/shapes';
import { moveWords } from '../move-words';
import { MoveActs } from './move-acts';
import { MoveFacts } from './move-facts';
import { MoveSteps } from './move-steps';

export const metadata: Metadata = { title: 'Move' };

const refreshMs = 1_000;

const isPutOff = ({ state, wish, progress }: z.output<typeof MoveDetail>) =>
  state === 'following' && wish === 'finish' && progress.putOff > 0;

export default async function Move({ params }: { params: Promise<{ id: string }> }) {
  const door = await openConsolePage();
  const moveId = z.uuid().safeParse((await params).id).data;
  if (!moveId) notFound();
  const move = await door.call(movesProcedures.get, { moveId });
  const { word, tone } = moveWords[move.state] ?? { word: move.state, tone: 'neutral' as const };
  const moving = move.finishedAt === null || move.oldCopy === 'leaving';
  return (
    <PageFrame
      title={`Move of ${move.tenant.name}`}
      note={<Status tone={tone}>{word}</Status>}
      description={move.reason}
      breadcrumb={
        <Breadcrumb label="Where this is" crumbs={[{ label: 'Moves', href: '/moves' }]} />
      }
      actions={<LinkButton href={`/tenants/${move.tenant.id}`}>Open the tenant</LinkButton>}
    >
      {moving ? <KeepFresh everyMs={refreshMs} /> : null}
      {move.fault ? (
        <Banner
          tone="danger"
          title={`Stopped ${formatCount(move.faults, 'time')}; it is tried again by itself`}
        >
          {move.fault}
        </Banner>
      ) : null}
      {isPutOff(move) ? (
        <Banner tone="warning" title="Somebody keeps a transaction open">
          The cut-over was put off {formatCount(move.progress.putOff, 'time')} and is tried again by
          itself. Nobody waits meanwhile, and the copy keeps up.
        </Banner>
      ) : null}
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <MoveSteps move={move} />
        <MoveFacts move={move} />
      </div>
      <MoveActs move={move} />
    </PageFrame>
  );
}
