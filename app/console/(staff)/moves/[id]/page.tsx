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
import { sentenceIn } from '@/lib/language/refusal';
import { wording } from '@/lib/language/request';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import type { MoveDetail } from '@/lib/platform/moves/shapes';
import { moveWords } from '../move-words';
import { MoveActs } from './move-acts';
import { MoveFacts } from './move-facts';
import { MoveSteps } from './move-steps';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Move') };
}

const refreshMs = 1_000;

type End = NonNullable<z.output<typeof MoveDetail>['from']>;

const isPutOff = ({ state, wish, progress }: z.output<typeof MoveDetail>) =>
  state === 'following' && wish === 'finish' && progress.putOff > 0;

/** Going back is a move like any other, with what was written since. */
const wayBack = (tenantId: string, { tier, shardId }: End) =>
  `/tenants/${tenantId}/move?${new URLSearchParams({ tier, shard: shardId })}`;

export default async function Move({ params }: { params: Promise<{ id: string }> }) {
  const t = await wording('console');
  const door = await openConsolePage();
  const moveId = z.uuid().safeParse((await params).id).data;
  if (!moveId) notFound();
  const move = await door.call(movesProcedures.get, { moveId });
  const { word, tone } = moveWords[move.state] ?? { word: move.state, tone: 'neutral' as const };
  const moving = move.finishedAt === null || move.oldCopy === 'leaving';
  return (
    <PageFrame
      title={t('Move of {name}', { name: move.tenant.name })}
      note={<Status tone={tone}>{t.said(word)}</Status>}
      description={move.reason}
      breadcrumb={
        <Breadcrumb label={t('Where this is')} crumbs={[{ label: t('Moves'), href: '/moves' }]} />
      }
      actions={
        <>
          {move.oldCopy === 'kept' && move.from ? (
            <LinkButton href={wayBack(move.tenant.id, move.from)}>{t('Move back')}</LinkButton>
          ) : null}
          <LinkButton href={`/tenants/${move.tenant.id}`}>{t('Open the tenant')}</LinkButton>
        </>
      }
    >
      {moving ? <KeepFresh everyMs={refreshMs} /> : null}
      {move.fault ? (
        <Banner
          tone="danger"
          title={t(
            'Stopped {faults, plural, one {# time} other {# times}}; it is tried again by itself',
            { faults: move.faults },
          )}
        >
          {sentenceIn(t.language, move.fault)}
        </Banner>
      ) : null}
      {isPutOff(move) ? (
        <Banner tone="warning" title={t('Somebody keeps a transaction open')}>
          {t(
            'The cut-over was put off {putOff, plural, one {# time} other {# times}} and is tried again by itself. Nobody waits meanwhile, and the copy keeps up.',
            { putOff: move.progress.putOff },
          )}
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
