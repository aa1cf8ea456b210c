'use client';

import { ChangesList } from '@/app/_shared/plans/changes-list';
import { Skeleton } from '@/components/ui/skeleton';
import { useForeseen } from './use-foreseen';

/** What exactly a wish would change for a tenant. */
export function Foreseen({ id, wish }: { id: string; wish: Parameters<typeof useForeseen>[1] }) {
  const changes = useForeseen(id, wish);
  return changes ? <ChangesList changes={changes} /> : <Skeleton className="h-10" />;
}
