import { useWords } from '@/components/ui/words';

/** In the place of a value that could not be worked out. */
export function FailedValue({ problem }: { problem: string }) {
  const { failedCell } = useWords();
  return (
    <span className="truncate text-danger-text" title={problem}>
      <span aria-hidden>{failedCell}</span>
      <span className="sr-only">{problem}</span>
    </span>
  );
}
