import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { followsOthers, reviewsAny } from '@/lib/modules/tasks/reach';
import { type TaskTab, TaskTabs } from '@/lib/modules/tasks/ui/task-tabs';

export type TaskPlace = 'own' | 'given' | 'review' | 'overdue' | 'fields';

/** Own tasks beside those of others, for whoever follows any. */
export async function TaskViews({ door, current }: { door: MemberDoor; current: TaskPlace }) {
  if (!followsOthers(door)) return null;
  const t = await wording('tasks');
  const reviews = reviewsAny(door.caller);
  const tabs: TaskTab[] = [
    { id: 'own', label: t('Mine'), href: '/tasks' },
    { id: 'given', label: t('Given'), href: '/tasks/given' },
    ...(reviews ? [{ id: 'review', label: t('To review'), href: '/tasks/review' }] : []),
    { id: 'overdue', label: t('Overdue'), href: '/tasks/overdue' },
    ...(door.can('tasks.fields')
      ? [{ id: 'fields', label: t('Fields'), href: '/tasks/fields' }]
      : []),
  ];
  return <TaskTabs label={t('Tasks')} tabs={tabs} current={current} locale={door.language} />;
}
