import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { type TaskPlace, TaskViews } from './views';

interface Props {
  door: MemberDoor;
  current: TaskPlace;
  /** Instead of giving a task. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every list of tasks. */
export async function TasksFrame({ door, current, actions, children }: Props) {
  const t = await wording('tasks');
  return (
    <PageFrame
      title={t('Tasks')}
      description={t('What people are asked to do, and what they hand in.')}
      width="wide"
      actions={
        actions ??
        (door.can('tasks.assign') ? (
          <LinkButton variant="primary" href="/tasks/new">
            <Plus aria-hidden />
            {t('Give task')}
          </LinkButton>
        ) : null)
      }
    >
      <TaskViews door={door} current={current} />
      {children}
    </PageFrame>
  );
}
