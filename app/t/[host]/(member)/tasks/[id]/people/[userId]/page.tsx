import { FileClock } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { ReviewForm } from '@/lib/modules/tasks/ui/review-form';
import { StateMark } from '@/lib/modules/tasks/ui/state-mark';
import { SubmissionView } from '@/lib/modules/tasks/ui/submission-view';
import { readerOf } from '../../../../_shell/reader';
import { uuid } from '../../../../collections/_parts/draft';
import { loadedTask } from '../../../_parts/load';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Review') };
}

interface Props {
  params: Promise<{ host: string; id: string; userId: string }>;
  searchParams: SearchParams;
}

/** What one person handed in for a task, to be reviewed. */
export default async function PersonWork({ params, searchParams }: Props) {
  const t = await wording('tasks');
  const { host, id, userId } = await params;
  const door = await openMemberPage(host);
  const task = await loadedTask(door, id);
  if (!uuid.test(userId)) notFound();
  const work = await door.call(tasksProcedures.tasks.work, { taskId: id, userId });
  const fromQueue = (await queryOf(searchParams)).from === 'review';
  const { name, attempt, state } = work;
  const reader = readerOf(door);
  return (
    <PageFrame
      title={name}
      width="normal"
      description={task.title}
      note={<StateMark standing={work} reviewed={task.reviewed} t={t} />}
      breadcrumb={
        <Breadcrumb
          label={t('Where this task stands')}
          crumbs={[
            fromQueue
              ? { label: t('To review'), href: '/tasks/review' }
              : { label: t('Tasks'), href: '/tasks/given' },
            { label: task.title, href: `/tasks/${id}` },
          ]}
        />
      }
    >
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {work.submissions.length > 0 ? (
            work.submissions.map((submission) => (
              <SubmissionView key={submission.attempt} submission={submission} reader={reader} />
            ))
          ) : (
            <EmptyState
              icon={FileClock}
              title={t('Nothing handed in yet')}
              description={t('What {name} hands in stands here.', { name })}
            />
          )}
        </div>
        {work.mayReview && state !== 'assigned' ? (
          <section className="min-w-0">
            <h2 className="mb-3 font-semibold">{t('Review')}</h2>
            <ReviewForm
              key={attempt}
              work={{ taskId: id, userId, name, attempt, state }}
              said={work.submissions[0]?.feedback ?? ''}
              nextHref={fromQueue ? '/tasks/review' : `/tasks/${id}`}
            />
          </section>
        ) : null}
      </div>
    </PageFrame>
  );
}
