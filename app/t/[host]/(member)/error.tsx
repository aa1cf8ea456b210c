'use client';

import { LoadError, type LoadErrorProps } from '@/components/shell/load-error';
import { useWording } from '@/lib/language/wording-provider';

type Props = Pick<LoadErrorProps, 'error' | 'retry'>;

export default function MemberError(props: Props) {
  const t = useWording('member');
  return (
    <LoadError
      {...props}
      title={t('Not loaded')}
      description={t(
        'Nothing was changed. It is tried again by itself; if it stays like this, tell your admin the number below.',
      )}
    />
  );
}
