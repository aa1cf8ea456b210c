'use client';

import { usePathname } from 'next/navigation';
import { LoadError, type LoadErrorProps } from '@/components/shell/load-error';
import { useWording } from '@/lib/language/wording-provider';

type Props = Pick<LoadErrorProps, 'error' | 'retry'>;

export default function MemberError(props: Props) {
  const t = useWording('member');
  const ofRecords = useWording('collections');
  const said = usePathname().startsWith('/collections')
    ? {
        title: ofRecords('Collections'),
        description: ofRecords(
          'Your records are safe. It is tried again by itself; if it stays like this, tell your admin the number below.',
        ),
      }
    : {
        title: t('Not loaded'),
        description: t(
          'Nothing was changed. It is tried again by itself; if it stays like this, tell your admin the number below.',
        ),
      };
  return <LoadError {...props} {...said} />;
}
