import { Check, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Progress } from '@/components/ui/progress';
import { wording } from '@/lib/language/request';
import type { FirstStep } from '@/lib/tenancy/home/first-steps';

/** The way into a new workspace, as far as it has not been walked yet. */
export async function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const t = await wording('member');
  const done = steps.filter((step) => step.done).length;
  return (
    <section
      aria-labelledby="first-steps"
      className="rounded-panel border border-line bg-surface-raised"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
        <h2 id="first-steps" className="font-semibold">
          {t('First steps')}
        </h2>
        <div className="flex items-center gap-3 text-muted text-sm tabular-nums">
          <Progress
            value={done}
            max={steps.length}
            label={t('First steps done')}
            className="w-24"
          />
          {t('{done} of {count}', { done, count: steps.length })}
        </div>
      </div>
      <ul>
        {steps.map((step) => (
          <li key={step.title} className="border-line border-t">
            {step.done ? <Done step={step} /> : <Open step={step} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const Done = async ({ step }: { step: FirstStep }) => {
  const t = await wording('member');
  return (
    <p className="flex items-center gap-3 px-4 py-2.5 text-muted">
      <Check aria-hidden className="size-4 shrink-0 text-success-text" />
      {t.said(step.title)}
      <span className="sr-only">{t(': done')}</span>
    </p>
  );
};

const Open = async ({ step }: { step: FirstStep }) => {
  const t = await wording('member');
  return (
    <Link
      href={step.path}
      className="flex items-center gap-3 px-4 py-2.5 transition-colors hover:bg-surface-hover focus-visible:-outline-offset-2"
    >
      <span aria-hidden className="size-4 shrink-0 rounded-full border border-line-strong" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{t.said(step.title)}</span>
        <span className="block text-muted text-sm">{t.said(step.help)}</span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-subtle" />
    </Link>
  );
};
