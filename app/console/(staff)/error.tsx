'use client';

import { LoadError, type LoadErrorProps } from '@/components/shell/load-error';

type Props = Pick<LoadErrorProps, 'error' | 'retry'>;

export default function ConsoleError(props: Props) {
  return (
    <LoadError
      {...props}
      title="Console"
      description="Nothing was changed. It is tried again by itself; the log holds the cause under the number below."
    />
  );
}
