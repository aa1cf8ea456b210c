'use client';

import { ChangesList } from '@/app/_shared/plans/changes-list';
import { Banner } from '@/components/ui/banner';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import { useForeseen } from './use-foreseen';

/** What exactly a wish would change for a tenant. */
export function Foreseen({ id, wish }: { id: string; wish: Parameters<typeof useForeseen>[1] }) {
  const t = useWording('plans');
  const foreseen = useForeseen(id, wish);
  if (!foreseen) return <Skeleton className="h-10" />;
  if (foreseen.changes) return <ChangesList changes={foreseen.changes} />;
  return (
    <Banner tone="warning" title={t('What would change is not known now')}>
      {foreseen.problem}
    </Banner>
  );
}
