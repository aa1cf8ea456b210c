import Link from 'next/link';
import { stateWords } from '@/app/_shared/plans/plan-words';
import { cn } from '@/components/ui/cn';
import type { SubscriptionState } from '@/lib/billing/subscriptions/states';
import { wording } from '@/lib/language/request';

interface Props {
  state: SubscriptionState | undefined;
  planId: string | undefined;
}

/** Subscriptions of one state, or of all. */
export async function StateLinks({ state, planId }: Props) {
  const t = await wording('userPlans');
  const p = await wording('plans');
  const choices = [
    { value: undefined, label: t('All') },
    ...(Object.keys(stateWords) as SubscriptionState[]).map((one) => ({
      value: one,
      label: p(stateWords[one].word),
    })),
  ];
  return (
    <nav aria-label={t('State')} className="flex flex-wrap gap-1">
      {choices.map(({ value, label }) => (
        <Link
          key={label}
          href={hrefOf({ state: value, planId })}
          aria-current={value === state ? 'page' : undefined}
          className={cn(
            'inline-flex h-control items-center rounded-control px-2.5 text-muted text-sm hover:bg-surface-hover',
            value === state && 'bg-surface-active font-medium text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** The list with these filters. */
export function hrefOf(query: {
  state?: string | undefined;
  planId?: string | undefined;
  page?: number;
}) {
  const said = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
  return `/settings/user-plans/subscriptions${text ? `?${text}` : ''}` as const;
}
