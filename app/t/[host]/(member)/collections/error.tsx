'use client';

import { LoadError, type LoadErrorProps } from '@/components/shell/load-error';
import { useWording } from '@/lib/language/wording-provider';

type Props = Pick<LoadErrorProps, 'error' | 'retry'>;

export default function CollectionsError(props: Props) {
  const t = useWording('collections');
  return (
    <LoadError
      {...props}
      title={t('Collections')}
      description={t(
        'Your records are safe. It is tried again by itself; if it stays like this, tell your admin the number below.',
      )}
    />
  );
}
