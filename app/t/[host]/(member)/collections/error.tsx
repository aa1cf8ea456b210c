'use client';

import { LoadError, type LoadErrorProps } from '@/components/shell/load-error';

type Props = Pick<LoadErrorProps, 'error' | 'retry'>;

export default function CollectionsError(props: Props) {
  return (
    <LoadError
      {...props}
      title="Collections"
      description="Your records are safe. It is tried again by itself; if it stays like this, tell your admin the number below."
    />
  );
}
