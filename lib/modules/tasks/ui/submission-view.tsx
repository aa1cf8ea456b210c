import { Download, FileText } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { formatBytes, formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Submission, TaskFile } from '../shapes';

interface Props {
  submission: Submission;
  reader: Reader;
}

/** One attempt: what was handed in, and what was said of it. */
export async function SubmissionView({ submission, reader }: Props) {
  const t = await wording('tasks');
  const { attempt, body, files, handedInAt, late, verdict, feedback } = submission;
  return (
    <article className="flex flex-col gap-3 rounded-panel border border-line bg-surface-raised p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm tabular-nums">
        <h3 className="font-medium text-ink">{t('Attempt {number}', { number: attempt })}</h3>
        <time dateTime={handedInAt.toISOString()}>{formatTime(handedInAt, reader)}</time>
        {late ? <Badge tone="warning">{t('Late')}</Badge> : null}
      </header>
      {body ? <p className="whitespace-pre-wrap break-words text-measure">{body}</p> : null}
      {files.length > 0 ? (
        <ul className="flex flex-col gap-1.5">
          {files.map((file) => (
            <li key={file.id}>
              <FileLink file={file} locale={reader.locale} />
            </li>
          ))}
        </ul>
      ) : null}
      {body || files.length > 0 ? null : <p className="text-muted">{t('Marked as done.')}</p>}
      {/* Nobody is named where a program reviewed it, nor where nobody had to look. */}
      {verdict && (submission.reviewedBy || feedback || verdict === 'returned') ? (
        <footer className="border-line border-t pt-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <Badge tone={verdict === 'accepted' ? 'success' : 'warning'}>
              {verdict === 'accepted' ? t('Accepted') : t('Returned')}
            </Badge>
            <span className="text-muted">
              {submission.reviewedBy ? t('by {name}', { name: submission.reviewedBy.name }) : null}
              {submission.reviewedAt ? ` · ${formatTime(submission.reviewedAt, reader)}` : ''}
            </span>
          </p>
          {feedback ? (
            <p className="mt-2 whitespace-pre-wrap break-words text-measure">{feedback}</p>
          ) : null}
        </footer>
      ) : null}
    </article>
  );
}

const FileLink = ({ file, locale }: { file: TaskFile; locale: string }) => (
  <a
    href={`/api/v1/tasks/files/${file.id}`}
    download={file.name}
    className="flex items-center gap-2.5 rounded-control border border-line p-2 transition-colors hover:bg-surface-hover"
  >
    <FileText aria-hidden className="size-4 shrink-0 text-muted" />
    <span className="min-w-0 flex-1 truncate text-link">{file.name}</span>
    <span className="shrink-0 text-muted text-sm tabular-nums">
      {formatBytes(file.sizeBytes, locale)}
    </span>
    <Download aria-hidden className="size-4 shrink-0 text-muted" />
  </a>
);
