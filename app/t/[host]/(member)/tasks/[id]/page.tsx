import type { Metadata } from 'next';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { AboutLine } from '@/lib/modules/tasks/ui/about-line';
import { Due } from '@/lib/modules/tasks/ui/due';
import { readerOf } from '../../_shell/reader';
import { loadedTask } from '../_parts/load';
import { OwnWork } from './own-work';
import { TaskFields } from './task-fields';
import { TaskPeople } from './task-people';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Task') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
  searchParams: SearchParams;
}

/** One task: what is asked, what the reader hands in, and how far others are. */
export default async function Task({ params, searchParams }: Props) {
  const t = await wording('tasks');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  const task = await loadedTask(door, id);
  const values = await door.call(tasksProcedures.taskFields.get, { id });
  const reader = readerOf(door);
  return (
    <PageFrame
      title={task.title}
      width="normal"
      description={
        <>
          {task.dueAt ? `${t('Due')} ` : null}
          <Due at={task.dueAt} zone={task.dueZone} reader={reader} t={t} />
          {task.createdBy ? ` · ${t('given by {name}', { name: task.createdBy.name })}` : null}
          {task.about ? (
            <span className="block break-words">
              <AboutLine about={task.about} t={t} />
            </span>
          ) : null}
        </>
      }
      breadcrumb={
        <Breadcrumb
          label={t('Where this task stands')}
          crumbs={[{ label: t('Tasks'), href: task.own ? '/tasks' : '/tasks/given' }]}
        />
      }
      actions={
        task.may.change ? <LinkButton href={`/tasks/${id}/edit`}>{t('Change')}</LinkButton> : null
      }
    >
      {task.instructions ? (
        <section className="max-w-3xl">
          <h2 className="sr-only">{t('Instructions')}</h2>
          <p className="whitespace-pre-wrap break-words text-measure">{task.instructions}</p>
        </section>
      ) : null}
      {values.fields.length > 0 ? <TaskFields id={id} values={values} /> : null}
      {task.own ? <OwnWork task={task} own={task.own} reader={reader} /> : null}
      {task.may.follow ? (
        <TaskPeople door={door} task={task} query={await queryOf(searchParams)} />
      ) : null}
    </PageFrame>
  );
}
