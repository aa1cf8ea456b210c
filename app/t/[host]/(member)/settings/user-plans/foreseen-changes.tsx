'use client';

import { PersonChangesList } from '@/app/_shared/user-plans/person-changes-list';
import { Banner } from '@/components/ui/banner';
import { Skeleton } from '@/components/ui/skeleton';
import type { useForeseen } from './use-foreseen';

/** What exactly a wish would change for a member, or why that is not known. */
export function ForeseenChanges({ foreseen }: { foreseen: ReturnType<typeof useForeseen> }) {
  if (!foreseen) return <Skeleton className="h-10" />;
  if (foreseen.ok) return <PersonChangesList changes={foreseen.data.changes} />;
  return <Banner tone="warning">{foreseen.error.message}</Banner>;
}
