'use client';

import { LoadError, type LoadErrorProps } from '@/components/shell/load-error';
import { useWording } from '@/lib/language/wording-provider';

type Props = Pick<LoadErrorProps, 'error' | 'retry'>;

export default function ConsoleError(props: Props) {
  const t = useWording('console');
  return (
    <LoadError
      {...props}
      title={t('Console')}
      description={t(
        'Nothing was changed. It is tried again by itself; the log holds the cause under the number below.',
      )}
    />
  );
}
