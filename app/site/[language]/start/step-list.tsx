import { Check } from 'lucide-react';
import { useWording } from '@/lib/language/wording-provider';
import { steps } from './steps';

interface Props {
  current: number;
  /** The furthest step that was reached; those up to it can be gone back to. */
  reached: number;
  onGo(step: number): void;
}

export function StepList({ current, reached, onGo }: Props) {
  const t = useWording('start');
  return (
    <nav aria-label={t('Steps')}>
      <ol className="flex flex-wrap gap-x-5 gap-y-1">
        {steps.map(({ id, title }, at) => (
          <li key={id}>
            <button
              type="button"
              disabled={at > reached}
              aria-current={at === current ? 'step' : undefined}
              onClick={() => onGo(at)}
              className="group flex h-control items-center gap-2 rounded-control text-muted enabled:hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
            >
              <span className="grid size-5 place-items-center rounded-full border border-line-strong text-xs tabular-nums group-aria-[current]:border-mark group-aria-[current]:bg-mark group-aria-[current]:text-mark-foreground">
                {at < current ? <Check aria-hidden className="size-3" /> : at + 1}
              </span>
              <span className="max-sm:sr-only max-sm:group-aria-[current]:not-sr-only">
                {t(title)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
