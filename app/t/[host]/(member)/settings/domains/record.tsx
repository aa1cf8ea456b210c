import { Status } from '@/components/ui/status';
import { useWording } from '@/lib/language/wording-provider';
import type { DomainRow } from './domain-row';

type Finding = DomainRow['proof']['finding'];

const findingWords = {
  none: 'No such record. A new one can take an hour until it is seen everywhere.',
  failed: 'The name servers of this domain do not answer. Try again in some minutes.',
} as const;

interface Seen {
  finding: Finding;
  /** How many texts stand there that are not the expected one. */
  others?: number;
}

/** What is to be said of a record as it was found; null where there is nothing to mend. */
export function wordsOf(
  { finding, others = 0 }: Seen,
  t: ReturnType<typeof useWording<'settings'>>,
) {
  if (finding === 'other' && others > 0) {
    return t(
      '{others, plural, one {# other text stands there} other {# other texts stand there}}, but not the expected one. Look at the name, and for characters before or behind the value.',
      { others },
    );
  }
  return finding === 'none' || finding === 'failed' ? t(findingWords[finding]) : null;
}

interface RecordProps {
  title: string;
  finding: Finding;
  children: React.ReactNode;
}

/** A record to set, beside what was found of it. */
export function Record({ title, finding, children }: RecordProps) {
  const t = useWording('settings');
  return (
    <div className="grid gap-3">
      <h3 className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 font-medium">
        {title}
        {finding === 'right' ? <Status tone="success">{t('Found as expected')}</Status> : null}
      </h3>
      {children}
    </div>
  );
}

/** What was found where it is not what was expected. */
export function Found({ children }: { children: React.ReactNode }) {
  const t = useWording('settings');
  if (!children) return null;
  return (
    <div className="grid gap-1.5" role="status">
      <p className="font-medium text-sm">{t('Found')}</p>
      <p className="text-muted text-sm">{children}</p>
    </div>
  );
}
