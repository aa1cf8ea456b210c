'use client';

import { CloudOff } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useWording } from '@/lib/language/wording-provider';
import type { ApiError } from '../data/api';

/** What went wrong with loading, and the way to try again. */
export function LoadFailed({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const t = useWording('collections');
  return (
    <EmptyState
      icon={CloudOff}
      title={t('The records could not be loaded')}
      description={error.message}
      action={<Button onClick={onRetry}>{t('Try again')}</Button>}
    />
  );
}
