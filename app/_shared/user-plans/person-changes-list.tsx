'use client';

import { priceWords } from '@/app/_shared/plans/plan-words';
import type { PersonChanges } from '@/lib/billing/user-plans/shapes';
import { useWording } from '@/lib/language/wording-provider';

/** What exactly would be another way for one person: roles and price. */
export function PersonChangesList({ changes }: { changes: PersonChanges }) {
  const t = useWording('userPlans');
  const p = useWording('plans');
  const { gained, lost, prices, pricesBefore } = changes;
  const cost = (list: PersonChanges['prices']) =>
    list.length === 0 ? t('Free') : list.map((price) => priceWords(p, price)).join(', ');
  const costs = cost(prices) !== cost(pricesBefore);
  if (gained.length + lost.length === 0 && !costs) {
    return <p className="text-muted text-sm">{t('Roles and price stay as they are.')}</p>;
  }
  return (
    <ul className="grid gap-1 text-sm">
      {lost.map(({ id, name }) => (
        <li key={id} className="font-medium text-warning-text">
          {t('The role {role} goes', { role: t.said(name) })}
        </li>
      ))}
      {gained.map(({ id, name }) => (
        <li key={id} className="text-muted">
          {t('The role {role} comes', { role: t.said(name) })}
        </li>
      ))}
      {costs ? (
        <li className="text-muted">
          {t('Price: {after} instead of {before}', {
            ...{ after: cost(prices), before: cost(pricesBefore) },
          })}
        </li>
      ) : null}
    </ul>
  );
}
