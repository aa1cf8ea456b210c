import type { Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { TaskDetails } from '@/lib/modules/tasks/shapes';
import { HandInForm } from '@/lib/modules/tasks/ui/hand-in-form';
import { StateMark } from '@/lib/modules/tasks/ui/state-mark';
import { SubmissionView } from '@/lib/modules/tasks/ui/submission-view';

interface Props {
  task: TaskDetails;
  own: NonNullable<TaskDetails['own']>;
  reader: Reader;
}

/** What the reader hands in, and what was said of it. */
export async function OwnWork({ task, own, reader }: Props) {
  const t = await wording('tasks');
  const { id, takesText, takesFiles, reviewed } = task;
  return (
    <section className="flex max-w-3xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3 border-line border-b pb-2">
        <h2 className="font-semibold">{t('Your work')}</h2>
        <StateMark standing={own} reviewed={reviewed} t={t} />
      </div>
      {own.submissions.map((submission) => (
        <SubmissionView key={submission.attempt} submission={submission} reader={reader} />
      ))}
      {own.mayHandIn ? (
        <HandInForm
          key={own.attempt}
          task={{ id, takesText, takesFiles, reviewed }}
          after={own.attempt}
        />
      ) : own.state === 'returned' ? (
        <p className="text-muted">{t('Your role does not allow handing in any more.')}</p>
      ) : own.overdue ? (
        <p className="text-muted">{t('This task is overdue, and nothing is taken any more.')}</p>
      ) : null}
    </section>
  );
}
