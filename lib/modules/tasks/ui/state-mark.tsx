import { Badge } from '@/components/ui/badge';
import { Status, type StatusTone } from '@/components/ui/status';
import type { Wording } from '@/lib/language/wording';
import type { TaskState } from '../shapes';

interface Props {
  standing: { state: TaskState; overdue: boolean; late: boolean };
  /** A task that nobody reviews is done, not accepted. */
  reviewed?: boolean;
  t: Wording<'tasks'>;
}

const tones: Record<TaskState, StatusTone> = {
  assigned: 'neutral',
  handed_in: 'info',
  returned: 'warning',
  accepted: 'success',
};

/** How far somebody is with a task, and whether they are late. */
export function StateMark({ standing: { state, overdue, late }, reviewed = true, t }: Props) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Status tone={overdue ? 'danger' : tones[state]}>{stateWord({ state, reviewed, t })}</Status>
      {overdue ? <Badge tone="danger">{t('Overdue')}</Badge> : null}
      {late ? <Badge tone="warning">{t('Late')}</Badge> : null}
    </span>
  );
}

export function stateWord({
  state,
  reviewed = true,
  t,
}: {
  state: TaskState;
  reviewed?: boolean;
  t: Wording<'tasks'>;
}): string {
  if (state === 'assigned') return t('To do');
  if (state === 'handed_in') return t('Handed in');
  if (state === 'returned') return t('Returned');
  return reviewed ? t('Accepted') : t('Done');
}
